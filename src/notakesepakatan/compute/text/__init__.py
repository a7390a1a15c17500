"""The agreement as it reads, and where each part of it stands.

Numbers, references and words are filled in.
"""
