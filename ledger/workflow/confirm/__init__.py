"""对账 with hospitals: letters, answers, reminders."""
