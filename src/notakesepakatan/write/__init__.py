"""Naskah → bytes: HTML, PDF, DOCX, plain text; plain rows and days → XLSX, ICS, YAML.

And a mail, handed to the office's server. No writer knows the model; all say the same words.
"""
