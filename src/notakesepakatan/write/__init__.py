"""Naskah → bytes: HTML, PDF, DOCX, plain text.

No writer knows the model; all say the same words.
"""
