"""Files in, validated models out, or every finding with its words, file, line and column.

Nothing is guessed: every scalar is a string until the model types it, so `0285` keeps its zero.
"""
