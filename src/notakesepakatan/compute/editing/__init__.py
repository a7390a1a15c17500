"""Commands and data of a draft in, the changed data out: what typing and pasting do to it.

Parts put in and moved, the annex (Rencana Kerja) as a grid, two people's changes merged.
"""
