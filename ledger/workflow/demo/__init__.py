"""示例账套: a believable year of 兰州市 in both funds, as a story of steps, and its runner."""
