"""Days of an agreement: working days, deadlines with their reasons, what its dates and events say on a day."""
