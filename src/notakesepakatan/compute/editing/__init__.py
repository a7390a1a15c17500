"""The data of a draft while people type: parts put in and moved, the annex as a grid, two hands merged."""
