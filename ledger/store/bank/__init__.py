"""Reads and writes 对账: statement lines, matches, sheets, and the letters of hospitals."""
