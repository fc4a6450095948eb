import ibis

from arp.measures import compiled


def question(text: str) -> ibis.Table:
    rows = ibis.table({"area": "string"}, name="calls")
    return rows.filter(rows.area == text)


def test_it_is_duckdbs_sql_with_texts_quoted() -> None:
    assert "'O''Hara'" in compiled.sql_of(question("O'Hara"))


def test_the_same_question_is_compiled_once_and_another_is_not_mistaken_for_it(monkeypatch) -> None:
    first = compiled.sql_of(question("only once"))
    monkeypatch.setattr(ibis, "to_sql", lambda *_, **__: "compiled again")
    assert compiled.sql_of(question("only once")) == first
    assert compiled.sql_of(question("another")) == "compiled again"
    compiled._compiled.cache_clear()
