"""Indonesian words for bare values: numbers, dates, ordinals, lists. No knowledge of agreements."""
