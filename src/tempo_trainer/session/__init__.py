"""What a session is: clock, player, trace. No Qt, no sound."""
