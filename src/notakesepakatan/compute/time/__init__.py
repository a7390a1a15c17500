"""Days of an agreement: working days, and deadlines with their reasons.

What its dates and events say on a day.
"""
