"""Rules on how a text is written: spelling, capitals, marks, set phrases.

What came along when it was pasted, too, and whether both languages of a text say the same.
"""
