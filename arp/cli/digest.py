"""`digest`: what changed in a month, as HTML and text for the city's own mailer."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from arp.cli.output import damage, fail, lake_of, print_json, say, show

if TYPE_CHECKING:
    from arp.digest.digest import Digest


def run_digest(options: argparse.Namespace) -> int:
    """Print the digest of a month, or write it into a folder as HTML and text.

    Nothing is written of a lake that does not read whole: part of the truth might be missing.
    """
    from arp.digest.composing import compose
    from arp.digest.found import found

    lake = lake_of(options)
    if wrong := damage(lake):
        return fail(wrong)
    snapshot = lake.snapshot()
    if snapshot is None:
        return fail("The lake is empty.")
    digest = compose(found(lake, snapshot, month=options.month, today=date.today()))
    if options.to is None:
        return _printed(digest, options)
    try:
        files = _written(digest, options.to)
    except OSError:
        return fail(f"{options.to} cannot be written to.")
    return _printed(digest, options, files)


def _printed(digest: Digest, options: argparse.Namespace, files: tuple[Path, ...] = ()) -> int:
    from arp.views.export.digest import as_text

    if options.json:
        print_json(asdict(digest) | {"files": [str(file) for file in files]})
    elif files:
        say(f"{' and '.join(map(str, files))} written.")
    else:
        show(as_text(digest))
    return 0


def _written(digest: Digest, folder: Path) -> tuple[Path, ...]:
    """Both files, named by their month; made again they replace themselves."""
    from arp.views.export.digest import as_html, as_text

    folder.mkdir(parents=True, exist_ok=True)
    html, text = (folder / f"digest-{digest.month}.{kind}" for kind in ("html", "txt"))
    html.write_text(as_html(digest), encoding="utf-8")
    text.write_text(as_text(digest), encoding="utf-8")
    return html, text
