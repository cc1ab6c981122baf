"""The presets: tempos with a name, built in and of one's own."""
