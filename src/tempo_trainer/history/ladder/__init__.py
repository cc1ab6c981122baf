"""One step up or down from a workout: a slower tempo, a longer hold, a neighbour exercise, another level."""
