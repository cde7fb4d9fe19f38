"""What people sign: drafts as they would be posted, sets of them, what is wrong with one."""
