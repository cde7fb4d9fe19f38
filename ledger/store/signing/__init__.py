"""What people sign, as rows: sets, signed facts, frozen drafts."""
