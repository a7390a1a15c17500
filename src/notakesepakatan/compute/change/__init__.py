"""Changes of a signed text: from the difference of two agreements to operations, and
operations applied.
"""
