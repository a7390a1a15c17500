"""What the bureau does, one module an act, called by command and desk alike.

An act opens the workspace, checks, writes, and says what became of it: a new draft, signing,
seal, adendum, recorded event, letter, mail, the register with its deadlines, calendar file,
check, backup and what is restored of it. Knows nothing of options and pages.
"""
