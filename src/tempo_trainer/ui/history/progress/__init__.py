"""The second view of the history screen: charts of what was done, and the same numbers as tables."""
