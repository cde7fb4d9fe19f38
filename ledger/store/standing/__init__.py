"""Reads what stands: approved, paid, held, due, registered and settled."""
