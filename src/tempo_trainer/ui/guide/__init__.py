"""The exercise guide: each shipped exercise, moving and in words."""
