"""The two relations to read from, `lines` and `events`, and what is read beside them."""
