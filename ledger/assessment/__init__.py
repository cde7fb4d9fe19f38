"""核定: fund gate, base, amount, sanctions, and the calculation sheet that shows every step."""
