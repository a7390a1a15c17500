"""What follows from the data, by chapter.

`text`, `time`, `change`, `editing`, `peristiwa` and `rules` of what people agree; `intake` of
what they kept elsewhere.

Pure: today is an argument, nothing is read and nothing stored. A roof without modules of its
own.
"""
