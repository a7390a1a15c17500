"""Changes of a signed text: from the difference of two agreements to operations, and
operations applied.

What is put in gets its number here (`7A`, `1a`); no other number shifts.
"""
