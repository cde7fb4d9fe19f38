"""结账: the cover of a closed month, how far each book is, the log."""
