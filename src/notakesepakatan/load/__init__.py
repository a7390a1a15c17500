"""Files in, validated models out, or every finding with its words, file, line and column.

Agreements, adenda and events, and what an office says of itself: settings, days off, laws.

A signed file is compared with its seal. `yaml` reads and rewrites the files' text, `adendum`
puts adenda on top of an agreement; `foreign`, `grammar` and `sheet` read what is not ours.
Nothing is guessed: every scalar is a string until the model types it, so `0285` keeps its zero.
"""
