"""The page on which the bureau takes in what it has: registers and files."""
