"""The accountant's verbs: record, approve, post, correct, close; and the scripted sample year."""
