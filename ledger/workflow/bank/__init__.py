"""对账: statements, matching, 余额调节表."""
