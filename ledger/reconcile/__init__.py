"""对账: our books beside the bank, 财政 and the hospitals; pure matching over values."""
