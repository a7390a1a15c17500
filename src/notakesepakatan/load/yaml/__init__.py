"""Text of a YAML file in, plain data with the place of every key and value out; or findings.

Strict and bounded: what PyYAML or pydantic refuse is said in the words of who wrote it. And back:
a file is written anew only in the lines meant, its comments kept.
"""
