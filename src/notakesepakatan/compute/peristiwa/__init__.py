"""Events of an agreement, against its text and against each other."""
