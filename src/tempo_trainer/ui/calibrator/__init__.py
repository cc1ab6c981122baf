"""The calibrator: sets the picture against the sound, by eye and ear."""
