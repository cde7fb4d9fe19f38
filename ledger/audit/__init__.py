"""Audit: the books proved again by someone who does not trust them."""
