"""Projections: one pure fold per notion over what the store has read."""
