"""What a frame costs before anything is painted: asking the player what is true now."""

from collections.abc import Iterator

from figures import Figure, at_most, best_s

from tempo_trainer.folders import find_folders
from tempo_trainer.session.clock import NS_PER_MS
from tempo_trainer.session.face import face_of
from tempo_trainer.session.player import Player
from tempo_trainer.session.states import State
from tempo_trainer.workout.loader import load_timeline, shipped_names

FRAME_MS = 1000 / 60
FRAMES = 3600  # a minute


class Clock:
    """Moves by a frame each time it is told."""

    def __init__(self) -> None:
        self.now = 0

    def now_ns(self) -> int:
        """Monotonic time."""
        return self.now

    def wall_ns(self) -> int:
        """The same."""
        return self.now


def figures() -> Iterator[Figure]:
    """A minute of frames in the middle of the intermediate workout."""
    timeline = load_timeline(find_folders().shipped_workouts / "intermediate.yaml", shipped_names())

    def minute(*, faces: bool) -> None:
        clock = Clock()
        player = Player(timeline, clock)
        player.go()
        for _ in range(FRAMES):
            clock.now += round(FRAME_MS * NS_PER_MS)
            moment = player.look()
            if faces:
                face_of(moment)
        if moment.state is not State.RUNNING:
            raise RuntimeError("the session does not run")

    look = best_s(lambda: minute(faces=False)) / FRAMES * 1000
    face = best_s(lambda: minute(faces=True)) / FRAMES * 1000
    yield Figure("player.look()", f"{look * 1000:.1f} µs a frame")
    yield at_most("player.look() and face_of()", face / FRAME_MS * 100, 1, "% of a frame")
