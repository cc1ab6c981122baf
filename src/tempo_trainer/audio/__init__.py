"""What is heard: sound bank, passages, outputs, playback."""
