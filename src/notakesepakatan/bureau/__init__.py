"""What the bureau does, one module an act, called by command and desk alike.

An act opens the workspace, checks, writes, and says what became of it: a new draft, signing,
adendum, recorded event, letter, check. Knows nothing of options and pages.
"""
