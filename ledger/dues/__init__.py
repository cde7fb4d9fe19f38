"""到期与追收: what is due, what is open, what follows from it; pure, told the day and the facts."""
