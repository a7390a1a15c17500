"""Rules on what a text rests on: laws, other papers and the parent that it carries out."""
