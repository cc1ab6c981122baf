"""The history screen: the sessions that were done, and progress over the weeks."""
