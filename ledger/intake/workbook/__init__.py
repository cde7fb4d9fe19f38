"""Workbooks in and back: inspected, unpacked, read, filled in by people, returned marked."""
