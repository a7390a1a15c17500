"""Events of an agreement: what its text lets them name, and the rules they are held against."""
