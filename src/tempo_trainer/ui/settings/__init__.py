"""The settings: their controls, which the session's panel shows too, and the screen for all of them."""
