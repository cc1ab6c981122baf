"""Pages that lie over the session: keys, sound, tempo, and the question before the end."""
