"""凭证: legs → 借/贷 lines, correction, the chain, and what a batch may still do."""
