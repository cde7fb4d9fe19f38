"""Reports: what is asked, read in one moment, and laid out; nothing here writes."""
