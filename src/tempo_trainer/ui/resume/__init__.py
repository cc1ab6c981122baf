"""The page that offers to go on with a session that was broken off."""
