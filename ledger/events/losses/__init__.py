"""Losses: write-offs, what comes back after them, and the cases and documents behind them."""
