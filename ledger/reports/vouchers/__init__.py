"""凭证: lists, one as it prints, drafts, and where a figure comes from."""
