"""`python -m notakesepakatan` is the command `nota`."""

from notakesepakatan.cli import main

main()
