"""What the bureau does, one module an act.

Each opens the workspace, checks, writes, and says what became of it.
"""
