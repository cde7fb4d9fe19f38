"""The one door for files: what stands in their columns, sheets to fill in, the marked copy."""
