"""Masters: books, the chart of accounts, hospitals, operators, bank accounts."""
