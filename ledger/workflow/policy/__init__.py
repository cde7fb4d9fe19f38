"""政策: what a book works by, adopted and chosen by two people."""
