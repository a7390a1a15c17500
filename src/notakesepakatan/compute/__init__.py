"""What follows from the data, by chapter: text, time, change, editing, peristiwa, rules.

Pure: today is an argument, nothing is read and nothing stored. A roof without modules of its
own.
"""
