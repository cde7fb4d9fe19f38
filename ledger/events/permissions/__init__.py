"""准许: what the notices allow when money is paid out, comes back, is offset or written off."""
