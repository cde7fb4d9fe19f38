"""政策取值: what is in force, and what a new text changes."""
