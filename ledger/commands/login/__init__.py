"""Logging in at the command line, and the passwords that commands read."""
