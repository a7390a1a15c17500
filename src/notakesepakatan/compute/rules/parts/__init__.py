"""Rules on the parts of a text: none missing, none miscounted, none referred to in vain."""
