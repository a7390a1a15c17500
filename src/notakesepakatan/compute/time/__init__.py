"""Days of an agreement in, deadlines with their reasons out; working days, state on a day."""
