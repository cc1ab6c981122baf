"""The rules of what comes next, as figures and in words. All else follows them; the window and the docs show them."""

from tempo_trainer.workout.tempo import Tempo

MOST_EFFORT = 6  # up to here a session was easy enough to go on
MOST_PAIN = 2  # the same
TOO_MUCH_PAIN = 5  # beyond it one eases off

CONTROLLED = Tempo(3000, 1000, 3000, 1000)
SLOW = Tempo(4000, 2000, 4000, 2000)
RUNGS = (CONTROLLED, SLOW)  # the tempos that one climbs, quickest first

HOLD_STEP_MS = 10_000
LONGEST_HOLD_MS = 60_000
NEW_HOLD_MS = 20_000  # of an exercise that is new, as the shipped workouts hold it

# A line of it is a paragraph: whoever shows it wraps it.
RULES = f"""\
Suggestions follow plain rules. Nothing changes on its own: a suggestion becomes a new workout when you ask for it.

What counts: the last session of a workout, and the one of the same workout before it. Sessions that still run, were \
interrupted, or in which nothing was done say nothing. A workout that was changed begins anew. What a session did not \
do because it was ended early is missed. Where you do as many reps as you can, one is enough.

Harder, if in two sessions running all reps were done, effort was {MOST_EFFORT} or less and pain {MOST_PAIN} or less. \
What you did not say does not count as low. One change at a time, the first that is possible:
1. A steady tempo grows from set to set: 3-1-3-1, then from 3-1-3-1 to 4-2-4-2. With a single set it goes half of the \
way. A tempo with an X, or whose two ways differ, is meant so and stays.
2. A tempo that grows becomes the slower one in all sets: 4-2-4-2.
3. Holds last 10 s longer, up to 60 s.
4. The first exercise that has a harder neighbour becomes that one, at 3-1-3-1, with a fifth fewer reps (10 become 8) \
and without its load. An exercise that is usually held begins with 20 s.
5. The shipped workout of the next level.

Easier, if pain was over {TOO_MUCH_PAIN} in the last session, or reps were missed in two sessions running. It concerns \
all exercises after pain, else those that were begun and not finished. The first that is possible:
1. Their easier neighbours, with the same sets, reps and tempo.
2. A tempo back: 4-2-4-2 becomes 3-1-3-1, and a tempo that grows no longer grows.
3. Holds that are 10 s shorter, down to 10 s.
4. No load.
5. The shipped workout of the level below.

After pain over {TOO_MUCH_PAIN} loads are left out too. See a professional before you train on.
"""
