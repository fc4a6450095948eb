"""`python -m arp`: the same road as the app, without a browser."""

import sys

from arp.cli import main

sys.exit(main(sys.argv[1:]))
