"""YAML text to a validated model whose every value knows its file, line and column.

Nothing is guessed: every scalar is a string until the model types it, so `0285` keeps its zero.
"""
