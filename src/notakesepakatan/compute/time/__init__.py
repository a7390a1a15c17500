"""From an agreement's dates and events to its days: working days, deadlines, state on a day."""
