"""`python -m wetgeving`: the same as the command `wetgeving`."""

from wetgeving.cli import main

main()
