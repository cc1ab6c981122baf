"""The player: leads along a timeline by asking the clock. No thread, no timer, no input or output.

It is driven from outside: `look` for each frame, commands when the user gives them. What others must know it tells
its listeners as plain values (`news.py`). Every way from one place of the timeline to another is a new stretch.
"""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from tempo_trainer.session import places
from tempo_trainer.session.clock import NS_PER_MS, Clock
from tempo_trainer.session.moment import Moment
from tempo_trainer.session.news import Changed, Followed, News, Reached, RepDone, Silenced, TempoChanged
from tempo_trainer.session.places import Place
from tempo_trainer.session.resuming import Begun
from tempo_trainer.session.states import ENDED, TRANSITIONS, Event, NotNowError, State, after
from tempo_trainer.session.stretch import Stretch
from tempo_trainer.session.summary import Summary, summary_of
from tempo_trainer.workout.changes import PLANNED_PACE, with_rest, with_tempo
from tempo_trainer.workout.durations import LONGEST_MS
from tempo_trainer.workout.tempo import Ramp, Tempo
from tempo_trainer.workout.timeline import Step, Timeline

COUNT_IN_MS = 3000  # unless another is set
PRE_ROLL_MS = 250  # between a command and its stretch: time to mix the sound before it is due
GAP_MS = 5000  # more than this without a look, by either clock, and the program has not been running
SOUND_CHANGE_MS = 500  # how long before its sound a change of plan must be known
PACES = range(80, 126)  # percent of the planned tempo


class Player:
    """One session. Not for use from several threads. `count_in_ms` is asked whenever there is one to begin.

    One that was begun before is paused, at its place; TooLongError if it grows too long at its tempo.
    """

    def __init__(
        self,
        timeline: Timeline,
        clock: Clock,
        listeners: Sequence[Callable[[News], None]] = (),
        count_in_ms: Callable[[], int] = lambda: COUNT_IN_MS,
        begun: Begun | None = None,
    ) -> None:
        was = begun or Begun(Place(0, 0))
        self.timeline = _at_tempo(timeline, was)
        self.state = State.PAUSED if begun else State.READY
        self.done: list[RepDone] = [*was.done]
        self.tempos, self.pace = was.tempos, was.pace  # as the runner has changed them
        self._clock = clock
        self._listeners = listeners
        self._count_in_ms = count_in_ms
        self._place = was.place  # where the session stands whenever it does not run
        self._stretch: Stretch | None = None  # where it runs while it runs
        self._is_changed = bool(begun)  # whether parts of the timeline may be at another tempo than is wanted now
        self._seen_ms = 0.0
        self._seen_at = (0, 0)
        self._lasted_ms = was.lasted_ms  # before it was broken off
        self._began_ns: int | None = None  # the clock at the first change of state
        self._ended_ns = 0  # at the last

    # What is true now

    def look(self, behind_ms: float = 0) -> Moment:
        """What is true at this instant; also takes note of what has happened since the last look.

        `behind_ms` shows a running session as it was so long ago, for a picture that waits for its sound; less than 0
        as it will be.
        """
        self._catch_up()
        done, stretch = self._reps_done(), self._stretch
        if stretch is None:
            place = self._place
            return Moment(self.state, self.timeline, place.step, place.at_ms, 0, done, summary=self._summary())
        shown = min(self._seen_ms - behind_ms, stretch.end_ms)
        position = max(shown, stretch.start_ms)
        count_in = max(0.0, stretch.begin.at_ms - position) if stretch.count_in_ms else 0.0
        begun = position >= stretch.begin.at_ms and position == shown
        index = stretch.step_at(position)
        at_ms, whole = max(position, stretch.begin.at_ms), stretch.count_in_ms
        return Moment(self.state, self.timeline, index, at_ms, count_in, done, begun, counted_ms=whole)

    def allows(self, event: Event) -> bool:
        """Whether the user may do this now."""
        self._catch_up()
        if event is Event.REST:
            return event in TRANSITIONS[self.state] and self._here().kind == "rest"
        if event is Event.END_SET:
            return event in TRANSITIONS[self.state] and self._here().is_work
        return event in TRANSITIONS[self.state]

    def attempt(self, event: Event) -> bool:
        """Do what a key stands for, if it means anything now; time may pass between asking and doing."""
        commands: Mapping[Event, Callable[[], None]] = {
            Event.GO: self.go,
            Event.PAUSE: self.pause,
            Event.NEXT: self.next,
            Event.BACK: self.back,
            Event.END_SET: self.end_set,
            Event.STOP: self.stop,
        }
        try:
            commands[event]()
        except NotNowError:
            return False
        return True

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
        self._skip(Event.NEXT, places.after, count_in=not in_break)

    def back(self) -> None:
        """To the start of this bout; from its first three seconds, to the one before."""
        self._catch_up()
        place = places.before(self.timeline, self._place_now())
        if self._is_changed:  # the whole set is performed anew, so all of it at the new tempo
            after(self.state, Event.BACK)
            self.timeline = with_tempo(self.timeline, place.step, self.tempos, self.pace)
        self._skip(Event.BACK, lambda _timeline, _place: place)

    def end_set(self) -> None:
        """Enough of this set: on to the break after it."""
        if not self.allows(Event.END_SET):
            raise NotNowError(self.state, Event.END_SET)
        self._skip(Event.END_SET, places.after)

    def change_rest(self, by_ms: int) -> None:
        """Make the present rest longer or shorter; three seconds of it are always left."""
        if not self.allows(Event.REST):
            raise NotNowError(self.state, Event.REST)
        place, step = self._place_now(), self._here()
        # With time for the first pip to be taken up.
        least = min(step.duration_ms or 0, place.at_ms - step.start_ms + places.LAST_MS + SOUND_CHANGE_MS)
        duration = min(LONGEST_MS, max(least, (step.duration_ms or 0) + by_ms))
        self._take_up(with_rest(self.timeline, place.step, duration), place.at_ms)

    def change_tempo(self, tempos: Mapping[int, Tempo | Ramp], pace: int = PLANNED_PACE) -> None:
        """From the next rep on: other tempos by `Bout.item`, all at `pace` percent."""
        if pace not in PACES:
            raise ValueError(f"a pace is {PACES.start} to {PACES.stop - 1} percent, not {pace}")
        self._catch_up()
        after(self.state, Event.TEMPO)
        earliest = self._seen_ms + SOUND_CHANGE_MS if self._stretch else 0
        index = places.next_rep(self.timeline, self._place_now(), earliest)
        begins_ms = places.start_of(self.timeline, index).at_ms
        self._take_up(with_tempo(self.timeline, index, tempos, pace), begins_ms)
        self.tempos, self.pace, self._is_changed = tempos, pace, True
        self._tell(TempoChanged(tempos, pace))

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

    def _jump_to(self, place: Place) -> None:
        """Arrive without having run there: what sounds at the place is all there is to follow."""
        origin = self._seen_at[0] + PRE_ROLL_MS * NS_PER_MS
        self._arrive(place)
        self._tell(Reached(Stretch(self.timeline, place, place.step, 0, origin, place.at_ms)))

    def _note_reps(self, stretch: Stretch, before: float, now: float) -> None:
        for index in range(stretch.step_at(before), min(stretch.step_at(now) + 1, stretch.stop)):
            if self.timeline.ends_rep(index) and before < self.timeline.steps[index].end_ms <= now:
                rep = RepDone.of(self.timeline, self.timeline.rep_of(index), self._clock.wall_ns())
                self.done.append(rep)
                self._tell(rep)

    def _run_from(self, place: Place, *, count_in: bool) -> None:
        if places.is_stop(self.timeline, place):
            self._jump_to(place)
            return
        counted = self._count_in_ms() if count_in and places.step_at(self.timeline, place).is_work else 0
        origin = self._seen_at[0] + (counted + PRE_ROLL_MS) * NS_PER_MS
        stop = self.timeline.stop_after(place.step)
        self._follow(Stretch(self.timeline, place, stop, counted, origin, place.at_ms - counted))
        self._seen_ms = place.at_ms - counted - PRE_ROLL_MS

    def _follow(self, stretch: Stretch) -> None:
        self._stretch = stretch
        self._tell(Followed(stretch))

    def _rest_at(self, place: Place) -> None:
        self._place, self._stretch = place, None
        self._tell(Silenced(self.timeline, place))

    def _skip(self, event: Event, to: Callable[[Timeline, Place], Place], *, count_in: bool = True) -> None:
        state, place = after(self.state, event), to(self.timeline, self._place_now())
        if state is not State.RUNNING:
            self._change(event)
            self._rest_at(place)
            if places.is_stop(self.timeline, place):
                self._jump_to(place)
            return
        self._tell(Silenced())
        self._change(event)
        self._run_from(place, count_in=count_in)

    def _take_up(self, timeline: Timeline, from_ms: int) -> None:
        """Go on along another timeline that is the same up to `from_ms`."""
        self.timeline = timeline
        old = self._stretch
        if old is None:
            return
        stop = timeline.stop_after(old.begin.step)
        sound_from = max(from_ms, ceil(self._seen_ms) + SOUND_CHANGE_MS)
        self._follow(Stretch(timeline, old.begin, stop, old.count_in_ms, old.origin_ns, sound_from))

    def _place_now(self) -> Place:
        if self._stretch is None:
            return self._place
        position = max(self._seen_ms, self._stretch.begin.at_ms)
        return Place(self._stretch.step_at(position), ceil(position))

    def _place_to_resume(self) -> Place:
        return places.to_resume(self.timeline, self._place_now())

    def _here(self) -> Step:
        return places.step_at(self.timeline, self._place_now())

    def _change(self, event: Event) -> None:
        state = after(self.state, event)
        if state is not self.state:
            self.state = state
            self._began_ns = self._seen_at[0] if self._began_ns is None else self._began_ns
            self._ended_ns = self._seen_at[0]
            self._tell(Changed(state, event))

    def _summary(self) -> Summary | None:
        if self.state not in ENDED:
            return None
        lasted_ns = self._ended_ns - (self._began_ns or self._ended_ns)
        return summary_of(self.timeline, self.done, self._lasted_ms + lasted_ns // NS_PER_MS)

    def _reps_done(self) -> int:
        """Reps of the plan that were done, each counted once however often it was repeated."""
        return len({(rep.item, rep.round, rep.set, rep.side, rep.rep) for rep in self.done})

    def _tell(self, news: News) -> None:
        for listener in self._listeners:
            listener(news)


def _at_tempo(timeline: Timeline, begun: Begun) -> Timeline:
    """As the runner had changed it; compiled anew only where that is so, as it takes a while."""
    if not begun.tempos and begun.pace == PLANNED_PACE:
        return timeline
    return with_tempo(timeline, begun.place.step, begun.tempos, begun.pace)
