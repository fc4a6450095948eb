"""The generated reference: everything declared is in it, and the files in docs/ are current."""

from arp.views.export.reference import reference_pages
from arp.words.catalog import CATALOG
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES
from arp.words.terms import GLOSSARY
from arp.words.vocabularies import VOCABULARIES
from docs import build


def test_every_field_of_every_table_is_in_the_data_dictionary():
    page = reference_pages()["data-dictionary.md"]
    for table in (*TABLES.values(), *SECTIONS.values()):
        for field in table.fields:
            assert f"| {field.title} | `{field.name}` | {field.meaning} |" in page


def test_every_header_that_cities_use_is_in_the_data_dictionary():
    page = reference_pages()["data-dictionary.md"]
    for table in TABLES.values():
        for field in table.fields:
            assert all(f"“{header}”" in page for header in field.headers)


def test_every_finding_stands_under_what_it_costs():
    page = reference_pages()["findings.md"]
    for key, kind in CATALOG.items():
        before, _, _ = page.partition(f"| `{key}` |")
        assert before.rpartition("\n## ")[2].startswith(kind.severity.capitalize()), key


def test_every_term_and_every_word_is_explained():
    pages = reference_pages()
    assert all(f"| **{term.term}** |" in pages["glossary.md"] for term in GLOSSARY)
    for vocabulary in VOCABULARIES:
        for word in vocabulary.words:
            assert f"| **{word.key}** | {word.meaning} |" in pages["vocabularies.md"]


def test_every_indicator_says_why_how_and_whence():
    from arp.measures.registry import INDICATORS

    page = reference_pages()["indicators.md"]
    for key, entry in INDICATORS.items():
        _, _, section = page.partition(f"### {entry.name} (`{key}`)")
        section = section.partition("\n###")[0]
        for said in (entry.why, entry.words, entry.source, str(entry.next_review_on)):
            assert said in section, key


def test_links_lead_to_a_heading_of_the_vocabularies():
    pages = reference_pages()
    headings = {
        line.removeprefix("## ").lower().replace(" ", "-")
        for line in pages["vocabularies.md"].splitlines()
        if line.startswith("## ")
    }
    links = {
        piece.partition(")")[0]
        for piece in pages["data-dictionary.md"].split("vocabularies.md#")[1:]
    }
    assert links and links <= headings


def test_the_generated_files_are_current():
    assert build.stale() == [], "Run `make docs`."


def test_a_changed_a_missing_and_an_orphaned_file_are_found_and_put_right(tmp_path):
    build.write(tmp_path)
    assert build.stale(tmp_path) == []
    (tmp_path / build.GENERATED / "glossary.md").write_text("edited by hand")
    (tmp_path / build.GENERATED / "findings.md").unlink()
    (tmp_path / build.GENERATED / "gone.md").write_text("of an earlier version")
    names = [path.name for path in build.stale(tmp_path)]
    assert names == ["findings.md", "glossary.md", "gone.md"]
    build.write(tmp_path)
    assert build.stale(tmp_path) == []


def test_the_check_says_in_a_sentence_what_is_stale(monkeypatch, capsys):
    monkeypatch.setattr(build, "stale", lambda: [build.TEMPLATE])
    assert build.main(["--check"]) == 1
    assert capsys.readouterr().out == (
        "Run `make docs`: static/template.xlsx no longer fit the declarations.\n"
    )


def test_a_wrong_option_is_answered_with_the_usage(capsys):
    assert build.main(["--chekc"]) == 2
    assert "Usage" in capsys.readouterr().out
