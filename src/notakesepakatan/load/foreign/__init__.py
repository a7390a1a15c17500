"""A file that is not ours in, what a person reads on its pages out.

With it goes an account of what was read and of every part that was not, with the reason.
"""
