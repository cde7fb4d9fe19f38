"""建账: books, people, hospitals, passwords, logging in."""
