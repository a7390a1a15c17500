"""Naskah → bytes: HTML, PDF, DOCX, plain text; plain rows and days → XLSX, ICS, YAML.

What is done to such bytes belongs here too: the structure of a PDF, and a signature in it. And
a mail, handed to the office's server. No writer knows the model; all say the same words.
"""
