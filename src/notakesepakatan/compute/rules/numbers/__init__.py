"""Rules on numbers, sums and counts: digits against words, parts against their whole."""
