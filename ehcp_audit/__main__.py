"""`python -m ehcp_audit`: the same command, where the folder of scripts is not on the PATH."""

from __future__ import annotations

import sys

from ehcp_audit.cli import main

if __name__ == "__main__":
    sys.exit(main())
