"""The questions after a session, below its summary: how hard it was, whether it hurt, a note, what to do next."""
