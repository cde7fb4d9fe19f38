"""The tables: one schema for SQLite and PostgreSQL, and what brings a database to it."""
