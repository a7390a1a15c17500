"""Rules on who is meant: parties, bodies and officials, none in the place of another."""
