"""核定: base data, the run, its drafts, its approval."""
