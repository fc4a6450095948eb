"""Run every comparison, or those named: `make bench`, `python -m bench intake facts`."""

import sys
from importlib import import_module

CHAPTERS = ("intake", "measures", "facts", "pages", "browser")


def main(names: list[str]) -> None:
    for name in names or CHAPTERS:
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
