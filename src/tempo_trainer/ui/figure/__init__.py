"""The figure that performs an exercise: its body, its key poses, and its painting."""
