"""Checks of who did it: sets and their facts, drafts as frozen, what the program prepared."""
