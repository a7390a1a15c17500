"""An agreement as typed in, the same as it reads out: numbers, references, words filled in.

And where each part of it stands.
"""
