"""What LibreOffice makes of an office file: a PDF, its pages and their words."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest


def as_pdf(file, folder):
    """The file as LibreOffice prints it; skipped where it cannot be had."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed here: `apt-get install libreoffice` adds it.")
    if file.suffix == ".pptx" and _has_calc_alone():
        pytest.skip("LibreOffice has no Impress here: `apt-get install libreoffice-impress`.")
    home = f"-env:UserInstallation=file://{folder}/home"
    done = subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", folder, file],
        capture_output=True,
        text=True,
        timeout=400,
    )
    made = folder / f"{file.stem}.pdf"
    assert made.exists(), done.stderr
    return made


def _has_calc_alone():
    """Whether LibreOffice is here with its spreadsheets and without its slides."""
    programs = Path(shutil.which("soffice")).resolve().parent
    return (programs / "scalc").exists() and not (programs / "simpress").exists()


def pages(pdf):
    """The words of each page, spaces alike."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed here: `apt-get install poppler-utils` adds it.")
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    found = done.stdout.decode().rstrip("\f").split("\f")
    return [re.sub(r"\s+", " ", page) for page in found]


def drawn(pdf, folder):
    """Each page as a picture in gray."""
    from PIL import Image

    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed here: `apt-get install poppler-utils` adds it.")
    subprocess.run(["pdftoppm", "-r", "40", "-png", pdf, folder / "page"], check=True)
    return [Image.open(path).convert("L") for path in sorted(folder.glob("page*.png"))]
