"""The player: leads along a timeline by asking the clock. No thread, no timer, no input or output.

It is driven from outside: `look` for each frame, commands when the user gives them. What others must know it tells
its listeners as plain values (`news.py`). Every way from one place of the timeline to another is a new stretch.
"""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.news import Changed, Followed, News, RepDone, Silenced
from tempo_trainer.session.states import TRANSITIONS, Event, NotNowError, State, after
from tempo_trainer.session.stretch import Place, Stretch
from tempo_trainer.workout.changes import PLANNED_PACE, with_rest, with_tempo
from tempo_trainer.workout.durations import LONGEST_MS
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Step, Timeline

COUNT_IN_MS = 3000
PRE_ROLL_MS = 250  # between a command and its stretch: time to mix the sound before it is due
LAST_MS = 3000  # what `next` leaves of a break; within how much of a set `back` leads to the one before
GAP_MS = 5000  # more than this without a look, by either clock, and the program has not been running
SOUND_CHANGE_MS = 500  # how long before its sound a change of plan must be known
REST_STEP_MS = 15_000
PACES = range(80, 126)  # percent of the planned tempo


class Player:
    """One session. Not for use from several threads."""

    def __init__(self, timeline: Timeline, clock: Clock, listeners: Sequence[Callable[[News], None]] = ()) -> None:
        self.timeline = timeline
        self.state = State.READY
        self.pace = PLANNED_PACE
        self.done: list[RepDone] = []
        self._clock = clock
        self._listeners = listeners
        self._place = Place(0, 0)  # where the session stands whenever it does not run
        self._stretch: Stretch | None = None  # where it runs while it runs
        self._tempos: dict[int, Tempo | Ramp] = {}
        self._seen_ms = 0.0
        self._seen_at = (0, 0)

    # What is true now

    def look(self) -> Moment:
        """What is true at this instant; also takes note of what has happened since the last look."""
        self._catch_up()
        if self._stretch is None:
            return Moment(self.state, self.timeline, self._place.step, self._place.at_ms, 0, len(self.done))
        position = max(self._seen_ms, self._stretch.start_ms)
        count_in = max(0.0, self._stretch.begin.at_ms - position) if self._stretch.count_in_ms else 0.0
        index = self._stretch.step_at(position)
        begun = position >= self._stretch.begin.at_ms and position == self._seen_ms
        position = max(position, self._stretch.begin.at_ms)
        return Moment(self.state, self.timeline, index, position, count_in, len(self.done), begun)

    def allows(self, event: Event) -> bool:
        """Whether the user may do this now."""
        self._catch_up()
        if event is Event.REST:
            return event in TRANSITIONS[self.state] and self._here().kind == "rest"
        if event is Event.END_SET:
            return event in TRANSITIONS[self.state] and self._here().is_work
        return event in TRANSITIONS[self.state]

    # What the user can do

    def go(self) -> None:
        """Start, or go on: after a pause in a rep with a count-in and that rep from its start."""
        self._catch_up()
        first, waited = self.state is State.READY, self.state is State.WAITING
        self._change(Event.GO)
        place = Place(self._place.step + 1, self._place.at_ms) if waited else self._place
        self._run_from(place, count_in=not first)

    def pause(self) -> None:
        """Hold the session; in a rep that rep counts from its start again."""
        self._catch_up()
        place = self._place_to_resume()
        self._change(Event.PAUSE)
        self._rest_at(place)

    def stop(self) -> None:
        """End the session here."""
        self._catch_up()
        place = self._place_to_resume()
        self._change(Event.STOP)
        self._rest_at(place)

    def next(self) -> None:
        """From work to the break after it; from a break to its last three seconds, and from those to what follows."""
        self._catch_up()
        in_break = not self._here().is_work and self.state is State.RUNNING
        self._skip(Event.NEXT, self._place_of_next, count_in=not in_break)

    def back(self) -> None:
        """To the start of this bout; from its first three seconds, to the one before."""
        self._catch_up()
        self._skip(Event.BACK, self._place_of_back)

    def end_set(self) -> None:
        """Enough of this set: on to the break after it."""
        if not self.allows(Event.END_SET):
            raise NotNowError(self.state, Event.END_SET)
        self._skip(Event.END_SET, self._place_of_next)

    def change_rest(self, by_ms: int) -> None:
        """Make the present rest longer or shorter; three seconds of it are always left."""
        if not self.allows(Event.REST):
            raise NotNowError(self.state, Event.REST)
        place = self._place_now()
        step = self.timeline.steps[place.step]
        least = min(step.duration_ms or 0, place.at_ms - step.start_ms + LAST_MS)
        duration = min(LONGEST_MS, max(least, (step.duration_ms or 0) + by_ms))
        self._take_up(with_rest(self.timeline, place.step, duration), place.at_ms)

    def change_tempo(self, tempos: Mapping[int, Tempo | Ramp], pace: int = PLANNED_PACE) -> None:
        """From the next rep on: other tempos by `Bout.item`, all at `pace` percent."""
        if pace not in PACES:
            raise ValueError(f"a pace is {PACES.start} to {PACES.stop - 1} percent, not {pace}")
        self._catch_up()
        after(self.state, Event.TEMPO)
        index = self._next_rep()
        timeline = with_tempo(self.timeline, index, tempos, pace)
        self.pace, self._tempos = pace, dict(tempos)
        self._take_up(timeline, self.timeline.steps[index].start_ms if index < len(self.timeline.steps) else None)

    # How it is done

    def _catch_up(self) -> None:
        """Take note of the time that has passed: reps done, a wait or the end reached, a gap."""
        now, wall = self._clock.now_ns(), self._clock.wall_ns()
        gap_ns = max(now - self._seen_at[0], wall - self._seen_at[1])
        self._seen_at = (now, wall)
        if self._stretch is None:
            return
        if gap_ns > GAP_MS * NS_PER_MS:
            place = self._place_to_resume()
            self._change(Event.GAP)
            self._rest_at(place)
            return
        self._note_reps(self._stretch, self._seen_ms, min(self._stretch.position_ms(now), self._stretch.end_ms))
        self._seen_ms = self._stretch.position_ms(now)
        if self._seen_ms >= self._stretch.end_ms:
            self._arrive(Place(self._stretch.stop, self._stretch.end_ms))

    def _arrive(self, place: Place) -> None:
        """At a step that waits, or at the end."""
        self._change(Event.ARRIVE if place.step < len(self.timeline.steps) else Event.FINISH)
        self._place, self._stretch = place, None

    def _note_reps(self, stretch: Stretch, before: float, now: float) -> None:
        steps = self.timeline.steps
        for index in range(stretch.step_at(before), min(stretch.step_at(now) + 1, stretch.stop)):
            step, following = steps[index], steps[index + 1] if index + 1 < len(steps) else None
            ends_rep = step.is_work and (following is None or not _same_rep(step, following))
            if ends_rep and before < step.end_ms <= now:
                rep = RepDone.of(self.timeline, self.timeline.rep_of(index), self._clock.wall_ns())
                self.done.append(rep)
                self._tell(rep)

    def _run_from(self, place: Place, *, count_in: bool) -> None:
        steps = self.timeline.steps
        if place.step >= len(steps) or steps[place.step].kind == "ready":
            self._arrive(place)
            return
        counted = COUNT_IN_MS if count_in and steps[place.step].is_work else 0
        origin = self._seen_at[0] + (counted + PRE_ROLL_MS) * NS_PER_MS
        stop = self.timeline.stop_after(place.step)
        self._follow(Stretch(self.timeline, place, stop, counted, origin, place.at_ms - counted))
        self._seen_ms = place.at_ms - counted - PRE_ROLL_MS

    def _follow(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._tell(Followed(stretch))

    def _rest_at(self, place: Place) -> None:
        self._place, self._stretch = place, None
        self._tell(Silenced())

    def _skip(self, event: Event, to: Callable[[], Place], *, count_in: bool = True) -> None:
        state, place = after(self.state, event), to()
        if state is not State.RUNNING:
            self._change(event)
            self._rest_at(place)
            if place.step >= len(self.timeline.steps) or self.timeline.steps[place.step].kind == "ready":
                self._arrive(place)
            return
        self._tell(Silenced())
        self._change(event)
        self._run_from(place, count_in=count_in)

    def _take_up(self, timeline: Timeline, from_ms: int | None) -> None:
        """Go on along another timeline that is the same up to `from_ms`."""
        self.timeline = timeline
        if self._stretch is None or from_ms is None:
            return
        old = self._stretch
        stop = timeline.stop_after(old.begin.step)
        sound_from = max(from_ms, ceil(self._seen_ms) + SOUND_CHANGE_MS)
        self._follow(Stretch(timeline, old.begin, stop, old.count_in_ms, old.origin_ns, sound_from))

    def _place_now(self) -> Place:
        if self._stretch is None:
            return self._place
        position = max(self._seen_ms, self._stretch.begin.at_ms)
        return Place(self._stretch.step_at(position), ceil(position))

    def _place_to_resume(self) -> Place:
        place = self._place_now()
        if place.step >= len(self.timeline.steps) or not self.timeline.steps[place.step].is_work:
            return place
        return self._start_of(self.timeline.rep_of(place.step).start)

    def _place_of_next(self) -> Place:
        place = self._place_now()
        step = self._step(place.step)
        if step.is_work:
            return self._start_of(self.timeline.end_of_bout(place.step))
        if step.kind != "ready" and step.end_ms - place.at_ms > LAST_MS:
            return Place(place.step, step.end_ms - LAST_MS)
        return self._start_of(place.step + 1)

    def _place_of_back(self) -> Place:
        place = self._place_now()
        bouts = [step.bout for step in self.timeline.steps[: place.step + 1] if step.bout is not None]
        if not bouts:
            return Place(0, 0)
        start = self._start_of(self.timeline.first_step_of(bouts[-1]))
        early = self._step(place.step).is_work and place.at_ms - start.at_ms < LAST_MS
        return self._start_of(self.timeline.first_step_of(bouts[-1] - 1)) if early and bouts[-1] else start

    def _next_rep(self) -> int:
        """Index of the first step of the next rep whose sound can still be changed."""
        place = self._place_now()
        steps, earliest = self.timeline.steps, self._seen_ms + SOUND_CHANGE_MS
        for index in range(place.step, len(steps)):
            begins = steps[index].is_work and (index == 0 or not _same_rep(steps[index - 1], steps[index]))
            if begins and (self._stretch is None or steps[index].start_ms >= earliest):
                return index
        return len(steps)

    def _here(self) -> Step:
        return self._step(self._place_now().step)

    def _step(self, index: int) -> Step:
        steps = self.timeline.steps
        return steps[index] if index < len(steps) else Step("ready", self.timeline.duration_ms, None)

    def _start_of(self, index: int) -> Place:
        return Place(index, self._step(index).start_ms)

    def _change(self, event: Event) -> None:
        state = after(self.state, event)
        if state is not self.state:
            self.state = state
            self._tell(Changed(state))

    def _tell(self, news: News) -> None:
        for listener in self._listeners:
            listener(news)


def _same_rep(one: Step, other: Step) -> bool:
    return (one.bout, one.rep, one.side) == (other.bout, other.rep, other.side)
