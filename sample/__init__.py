"""示例账套: offices as files that a user can open, and the player that works through them."""
