"""A file of sheets in (Excel old and new, OpenDocument, text with separators), `Book` out.

What a library reads is read in a process of its own with bounded memory and time, so that
no file can do more than be refused.
"""
