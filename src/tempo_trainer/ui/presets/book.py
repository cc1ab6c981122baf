"""The presets as the page edits them: which one is chosen, and every change with its way back. No Qt here."""

from collections.abc import Hashable

from tempo_trainer.presets import KeptPresets
from tempo_trainer.ui.presets import edits
from tempo_trainer.ui.presets.edits import Preset, Presets
from tempo_trainer.ui.presets.history import History, State
from tempo_trainer.workout.tempo import Ramp, Tempo


class PresetBook:
    """There is always one that is chosen. Whatever is changed is kept at once."""

    def __init__(self, kept: KeptPresets) -> None:
        self._kept = kept
        self._history = History()
        self._chosen = ""
        self._chosen = self.listed()[0].name

    def listed(self) -> tuple[Preset, ...]:
        """All, in the order of the list."""
        return edits.listed(self._kept.own, self._kept.shipped.presets)

    @property
    def chosen(self) -> Preset:
        """What is shown beside the list."""
        presets = self.listed()
        return next((preset for preset in presets if preset.name == self._chosen), presets[0])

    def choose(self, name: str) -> None:
        """Go to another one."""
        self._chosen = name

    def name_problem(self, name: str) -> str:
        """Why no other preset can be called so; empty if one can."""
        return edits.name_problem(name, self._kept.names.presets)

    def add(self) -> None:
        """A new one."""
        self._make(edits.NEW_NAME, edits.NEW_TEMPO)

    def duplicate(self) -> None:
        """Another one like the chosen one."""
        self._make(self.chosen.name, self.chosen.tempo)

    def rename(self, name: str) -> None:
        """Another name for the chosen one."""
        self._change(edits.renamed(self._kept.own, self.chosen.name, name), name)

    def put(self, tempo: Tempo | Ramp, step: Hashable = None) -> None:
        """Another tempo for the chosen one; changes with the same `step` are undone together."""
        name = self.chosen.name
        own = edits.put(self._kept.own, self._kept.shipped.presets, name, tempo)
        self._change(own, name, step and (name, step))

    def take_away(self) -> None:
        """Delete the chosen one; if it hid a built-in one that comes back, else its neighbour is chosen."""
        gone, names = self.chosen, [preset.name for preset in self.listed()]
        place = names.index(gone.name)
        neighbours = [*names[place + 1 :], *reversed(names[:place])]
        own = edits.without(self._kept.own, gone.name)
        self._change(own, gone.name if gone.hides else neighbours[0])

    def back(self) -> None:
        """Undo the last change."""
        self._restore(self._history.back(self._state))

    def forward(self) -> None:
        """Do again what was undone."""
        self._restore(self._history.forward(self._state))

    @property
    def _state(self) -> State:
        return State(self._kept.own, self.chosen.name)

    def _make(self, wanted: str, tempo: Tempo | Ramp) -> None:
        name = edits.unused_name(wanted, self._kept.names.presets)
        self._change({**self._kept.own, name: tempo}, name)

    def _change(self, own: Presets, chosen: str, step: Hashable = None) -> None:
        if own != self._kept.own:
            self._history.note(self._state, step)
            self._restore(State(own, chosen))

    def _restore(self, state: State | None) -> None:
        if state:
            self._chosen = state.chosen  # first, as who listens to the change asks for it
            self._kept.change(state.own)
