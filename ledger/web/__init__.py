"""The web view: Fava behind our doors, and our pages in it."""
