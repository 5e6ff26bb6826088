"""``python -m polybius`` is the command line."""

from polybius.cli import entry

entry()
