"""Alembic migrations; they never import ledger/."""
