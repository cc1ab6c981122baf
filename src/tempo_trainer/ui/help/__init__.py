"""Help: the keys, where to read on, and what this program is."""
