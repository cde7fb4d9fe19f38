"""Reads vouchers back: heads, legs, corrections, chains, balances and movements."""
