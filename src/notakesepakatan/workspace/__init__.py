"""The one door to the files of a bureau: what lies where, what state it is in, how it is written."""
