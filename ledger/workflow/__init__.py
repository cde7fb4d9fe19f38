"""The accountant's verbs, a folder per capability; and the scripted sample year."""
