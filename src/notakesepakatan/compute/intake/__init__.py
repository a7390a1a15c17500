"""Sheets that a bureau kept elsewhere in, agreements as facts out, with what is doubtful.

A sheet is cells in rows; `heads` finds what its columns are, `days` reads a date in every
form, `rows` settles what is doubtful by what else the row says, `facts` makes an agreement
of it. Nothing is guessed: what can be read in two ways is asked.
"""
