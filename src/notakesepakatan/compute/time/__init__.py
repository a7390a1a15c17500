"""Days of an agreement in, deadlines with their reasons out; working days, state on a day.

Which deadlines are still open on a day is decided here.
"""
