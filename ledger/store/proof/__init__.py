"""Reads raw rows for whoever proves the books again."""
