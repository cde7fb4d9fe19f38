"""Basis: money, periods, time, ids, closed vocabularies and refusals. Imports nothing of ours."""
