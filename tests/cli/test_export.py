"""`export` on a lake of a few calls: into a file, into a folder, as JSON, and what is not there."""

import json
from datetime import date
from io import BytesIO

import pytest
from pptx import Presentation

from arp.cli import main
from arp.lake import Lake
from arp.review.deck import Chosen
from arp.words.settings import REVIEWS
from tests.lake.drawn import calls, rows, save
from tests.review.drawn import deck


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    lake = Lake(tmp_path_factory.mktemp("exported") / "lake")
    save(lake, calls("1:fight 2:noise 3:noise"))
    return lake


def test_a_page_is_written_into_the_file_that_is_named(run, tmp_path):
    to = tmp_path / "deck.pptx"
    status, printed = run("export", "--to", to, "--page", "functioning")
    assert (status, printed.out) == (0, "")
    assert f"{to} written." in printed.err
    assert len(Presentation(BytesIO(to.read_bytes())).slides) > 5


def test_into_a_folder_goes_every_kind_of_file_and_again_they_replace_themselves(run, tmp_path):
    to = tmp_path / "new" / "out"
    for _ in range(2):
        status, printed = run("export", "--to", to, "--page", "contacts", "--json")
        assert status == 0
    names = sorted(path.name for path in to.iterdir())
    assert names == ["contacts.html", "contacts.pdf", "contacts.pptx", "contacts.xlsx"]
    assert sorted(path.rsplit("/")[-1] for path in json.loads(printed.out)) == names


def test_what_is_for_outside_says_so_and_so_does_what_stays(run, tmp_path):
    to = tmp_path / "deck.pptx"
    for more, said in ((("--public",), "rounded to 5"), ((), "keep them inside")):
        assert run("export", "--to", to, "--page", "contacts", *more)[0] == 0
        cover = Presentation(BytesIO(to.read_bytes())).slides[0]
        assert any(said in shape.text_frame.text for shape in cover.shapes)


def test_a_chart_is_written_as_a_picture(run, tmp_path):
    to = tmp_path / "pictures"
    status, _ = run("export", "--to", to, "--format", "svg", "--page", "contacts")
    made = list(to.glob("*.svg")) if to.exists() else []
    assert status == (0 if made else 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "x.pptx", "--page", "zebra"), "There is no page 'zebra'"),
        (("--to", "x.zip"), "no such hand-out as 'zip'"),
        (("--to", "x.pdf"), "name a folder"),
        (("--to", "x.png", "--page", "home", "--exhibit", "zebra"), "no chart 'zebra'"),
        (("--to", "x.pptx", "--review", "zebra"), "no review of the name 'zebra'"),
        (("--to", "x.pdf", "--review", "zebra"), "no such hand-out as 'pdf'"),
        (("--to", "x.pptx", "--as-of", "99"), "no such snapshot"),
        (("--to", "x.pptx", "--from", "2030-01", "--until", "2029-01"), "before it begins"),
        (("--to", "x.pptx", "--from", "2030-01", "--until", "2030-02"), "There are data from"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(run, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    status, printed = run("export", *words)
    assert status == 1
    assert said in printed.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_lake_is_said_to_be_empty(tmp_path, capsys):
    to = str(tmp_path / "x.pptx")
    assert main(["export", "--to", to, "--lake", str(tmp_path / "nothing")]) == 1
    assert capsys.readouterr().err == "The lake is empty.\n"


def test_a_review_is_handed_out_as_of_the_day_to_which_it_is_frozen(tmp_path, capsys):
    lake = Lake(tmp_path / "lake")
    first = save(lake, calls("1:fight 2:noise 3:noise")).snapshot
    waits = Chosen(page="home", exhibit="waits", question="How long?", note="Say it slowly.")
    review = deck("Council", date(2026, 11, 30), waits, of_snapshot=first)
    row = {
        "month": "undated",
        "key": "r",
        "section": REVIEWS.name,
        "name": "Council",
        "value": json.dumps(review.value),
    }
    save(lake, {"settings": rows("settings", row)})
    to = tmp_path / "out"
    assert main(["export", "--to", str(to), "--review", "Council", "--lake", str(lake.path)]) == 0
    assert sorted(path.name for path in to.iterdir()) == ["Council.pptx", "Council.xlsx"]
    slides = Presentation(BytesIO((to / "Council.pptx").read_bytes())).slides
    assert [slide.shapes.title.text for slide in slides][0] == "Council"
    assert slides[1].notes_slide.notes_text_frame.text.startswith("Say it slowly.")
