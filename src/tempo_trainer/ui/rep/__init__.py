"""One rep of an exercise, seen and heard: on every screen where a tempo or an exercise is chosen."""
