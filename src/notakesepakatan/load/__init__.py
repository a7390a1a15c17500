"""Files in, validated models out, or every finding with its words, file, line and column.

Agreements, adenda and events, and what an office says of itself: settings, days off, laws.

A signed file is compared with its seal, and a file is written anew only in the lines meant.
Nothing is guessed: every scalar is a string until the model types it, so `0285` keeps its zero.
"""
