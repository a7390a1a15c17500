"""Paragraphs of an agreement that was written elsewhere in, its data out.

`stream` makes items and tables of the paragraphs, `parts` cuts them into what stands before
the pasal, the pasal, the block of signatures and the annexes; one module reads each of
these. What a paragraph gives to the data is written down as it is read (`placed`), so that
every other can be told. `structure` puts it all together.
"""
