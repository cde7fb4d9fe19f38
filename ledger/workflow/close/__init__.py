"""月结、年结, export and proof."""
