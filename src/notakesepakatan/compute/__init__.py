"""What follows from the data: numbers, references, words of dates and spans. Pure; stored nowhere."""
