"""The agreement as it reads: numbers, references and words filled in, and where each part of it stands."""
