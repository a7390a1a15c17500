"""A new agreement, asked for a few questions a step."""
