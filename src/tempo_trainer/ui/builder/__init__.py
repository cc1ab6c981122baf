"""The builder: a workout as a list of blocks, with a form for the chosen one."""
