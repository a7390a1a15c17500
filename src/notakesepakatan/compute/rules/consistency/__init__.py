"""Rules on a text against itself: said so in one place and otherwise in another."""
