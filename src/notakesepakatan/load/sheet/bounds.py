"""How much of a file of sheets is read; what is more is refused or said."""

FILE_LIMIT = 50_000_000
"""Bytes of a file."""
UNPACKED_LIMIT = 400_000_000
"""Bytes of its parts together, as they say themselves."""
ROW_LIMIT = 20_000
"""Rows of a sheet, empty ones too."""
COLUMN_LIMIT = 200
SHEET_LIMIT = 40
CELL_LENGTH = 5_000
"""Characters of one cell."""
SECONDS = 60
MEMORY = 1_500_000_000
"""Bytes that the process may ask for which reads a file."""
