"""Rules on days and times: those no calendar has, those that the data do not bear out."""
