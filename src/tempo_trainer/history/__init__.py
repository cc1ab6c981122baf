"""What was done: how it is kept, read, told to others, and what may come next. No Qt, no sound."""
