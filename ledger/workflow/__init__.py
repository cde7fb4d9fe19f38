"""The accountant's verbs, a folder per capability; a verb returns a value and knows no report."""
