"""对账 with hospitals: letters, reminders, answers, explanations, and what replaces an answer."""
