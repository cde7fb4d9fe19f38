"""到期与风险: what is due on a day, and the measures of early warning."""
