"""Tempo Trainer leads a runner through strength work in a given tempo, by eye and by ear."""
