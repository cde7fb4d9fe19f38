"""制单、更正、审核: facts become drafts, and drafts are looked at."""
