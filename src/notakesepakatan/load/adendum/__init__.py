"""Adenda on top of an agreement in, each text in its order and on its day out (`Riwayat`).

From which day each is in force, which it revokes, which text it was drafted against, and
whether what it says beside its changes fits.
"""
