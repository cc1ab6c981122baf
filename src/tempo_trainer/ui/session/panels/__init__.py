"""What lies over the stage for a while: the keys, the tempo, sound and picture, and the question before leaving."""
