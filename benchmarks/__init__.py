"""Measures the engine beside yardsticks that do the same work in the same run; see __main__."""
