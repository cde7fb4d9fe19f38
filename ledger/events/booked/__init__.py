"""Kinds of events that move money: what each carries, what forbids it, which legs it posts."""
