"""Operations on a text in, the papers of the change out, its amending sentences among them.

Adendum, correction, the two texts side by side, the text in force.
"""
