"""Events at the desk: the form of each kind, what it offers to choose, what was recorded."""
