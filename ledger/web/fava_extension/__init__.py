"""Pages of our own within Fava: a module per page, so that each is loaded where it has a reader."""
