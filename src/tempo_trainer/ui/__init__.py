"""What is seen: the window, a package a screen."""
