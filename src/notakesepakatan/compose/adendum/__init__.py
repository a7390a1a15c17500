"""The papers of a change: adendum, correction, the two texts side by side, the text in force."""
