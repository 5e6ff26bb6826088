"""``python -m polybius`` is the command line."""

import sys

from polybius.cli import main

sys.exit(main())
