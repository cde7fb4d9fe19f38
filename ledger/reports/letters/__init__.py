"""对账函 and its register."""
