"""Every link, anchor and picture of every page leads somewhere, and no number is written twice."""

import re

import pytest

from docs import pages

PAGES = {str(page.relative_to(pages.ROOT)): page for page in pages.pages()}
BY_HAND = [name for name in PAGES if "generated" not in name]
LARGEST = 150_000  # bytes of a picture of a tutorial
# Facts that rot: how many tests there are, how fast it is.
ROTS = re.compile(r"\b\d[\d,]* tests?\b|\b\d+(\.\d+)? (seconds|s|ms) (to|here|on)\b")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(name):
    page = PAGES[name]
    assert list(pages.broken(page, page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", BY_HAND)
def test_every_picture_says_in_words_what_it_shows(name):
    for picture in pages.pictures(PAGES[name].read_text(encoding="utf-8")):
        assert len(picture.words.split()) >= 3, picture.target


def test_every_picture_is_on_a_page_and_small():
    used = {
        (page.parent / picture.target).resolve()
        for page in PAGES.values()
        for picture in pages.pictures(page.read_text(encoding="utf-8"))
    }
    tutorials = pages.ROOT / "docs" / "images" / "tutorials"
    kept = set(tutorials.glob("*.png"))
    assert kept - used == set()
    assert {one.name for one in kept if one.stat().st_size > LARGEST} == set()


def test_every_page_by_hand_can_be_reached_from_the_index():
    reached, waiting = set(), [pages.ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        text = page.read_text(encoding="utf-8")
        waiting += [(page.parent / link.partition("#")[0]).resolve() for link in pages.links(text)]
    guides = [PAGES[name] for name in PAGES if "/adr/" not in name]
    assert [str(page) for page in guides if page not in reached] == []


@pytest.mark.parametrize("name", [name for name in BY_HAND if "/adr/" not in name])
def test_no_page_tells_a_number_that_rots(name):
    assert ROTS.findall(PAGES[name].read_text(encoding="utf-8")) == []


DRAWN = """# The title of `it`

[here](#the-title-of-it) [nowhere](#gone) [there](other.md) `[no](link.md)` [web](https://x.org)
![a picture of it](it.png) [![two in one](one.png)](two.md)

```console
$ python -m arp history --json
[]
$ python -m arp doctor
The lake … whole.
```

```sh
$ rm -rf not-run
```
"""


def test_links_pictures_anchors_and_commands_are_found(tmp_path):
    page = tmp_path / "page.md"
    assert pages.anchors(DRAWN) == {"the-title-of-it"}
    assert {"it.png", "two.md", "one.png", "other.md", "#gone"} <= set(pages.links(DRAWN))
    assert "link.md" not in pages.links(DRAWN) and "https://x.org" not in pages.links(DRAWN)
    page.write_text(DRAWN)
    (tmp_path / "other.md").write_text("")
    assert set(pages.broken(page, DRAWN)) == {"#gone", "it.png", "two.md", "one.png"}
    first, second = pages.commands(DRAWN)
    assert first.words == ["python", "-m", "arp", "history", "--json"] and first.prints == ["[]"]
    assert pages.printed(second.prints[0]).search("The lake is whole.")
    assert not pages.printed(second.prints[0]).search("The lake is not.")


def test_the_python_that_pages_name_is_the_one_that_the_project_asks_for():
    asked = re.search(
        r'requires-python = ">=([\d.]+)"', (pages.ROOT / "pyproject.toml").read_text()
    )
    for name in ("README.md", "CONTRIBUTING.md"):
        said = re.findall(r"Python (?:≥ )?(\d\.\d+)", (pages.ROOT / name).read_text("utf-8"))
        assert set(said) <= {asked.group(1)}, name
    assert f"Python {asked.group(1)} or newer" in (pages.ROOT / "README.md").read_text("utf-8")


def test_no_page_names_a_license_that_the_project_does_not_have():
    there = list(pages.ROOT.glob("LICENSE*"))
    named = re.search(r"(?i)\blicensed? under\b", (pages.ROOT / "README.md").read_text("utf-8"))
    assert bool(there) >= bool(named)
