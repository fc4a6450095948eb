"""The command line walks the same road as the browser, for schedulers."""

import io
import json

import openpyxl
import pytest

from arp.cli import main

HEADER = ("Call Number", "Call Type", "Received", "Dispatched", "On Scene", "Cleared", "Beat")


def workbook(rows, header=HEADER):
    book = openpyxl.Workbook()
    book.active.append(header)
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def call(number, day, minutes=10, month=10):
    clock = "{}/{}/2026 14:{:02d}:00".format
    return (
        number,
        "WELFARE CHECK" if day % 2 else "ALARM",
        clock(month, day, 0),
        clock(month, day, 2),
        clock(month, day, minutes),
        clock(month, day, 40),
        f"B{day % 3}",
    )


OCTOBER = [call(f"26-{day:04d}", day, 5 + day) for day in range(1, 29)]


@pytest.fixture
def lake(tmp_path):
    return tmp_path / "lake"


@pytest.fixture
def run(lake, capsys):
    def run(*words, status=0):
        assert main([*map(str, words), "--lake", str(lake), "--json"]) == status
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def october(tmp_path):
    path = tmp_path / "Police CAD October 2026.xlsx"
    path.write_bytes(workbook(OCTOBER))
    return path


def test_an_import_says_what_became_of_every_row(run, october):
    (result,) = run("import", october)
    assert result["status"] == "saved"
    assert result["feed"] == "police-cad"
    assert result["months"] == ["2026-10"]
    assert result["tables"]["calls"] == {
        "rows_read": 28,
        "new": 28,
        "replaced": 0,
        "unchanged": 0,
        "merged": 0,
        "set_aside": 0,
        "removed": 0,
    }


def test_the_same_file_twice_is_unchanged_and_a_mended_row_replaces_itself(run, october):
    run("import", october)
    assert run("import", october)[0]["status"] == "unchanged"
    mended = [*OCTOBER[:-1], call("26-0028", 28, 50)]
    october.write_bytes(workbook(mended))
    (result,) = run("import", october)
    assert result["tables"]["calls"]["replaced"] == 1
    assert result["tables"]["calls"]["unchanged"] == 27


def test_rows_the_file_no_longer_holds_go_only_when_it_is_said_to_be_the_whole_month(run, october):
    run("import", october)
    october.write_bytes(workbook(OCTOBER[:20]))
    (kept,) = run("import", october)
    assert (kept["status"], kept["tables"]["calls"]["removed"]) == ("unchanged", 0)
    (whole,) = run("import", october, "--answer", "whole_month=2026-10")
    assert whole["tables"]["calls"]["removed"] == 8
    assert run("measure", "calls_in_scope")[0]["value"] == 20


def test_identifiers_come_back_byte_exact(run, tmp_path, lake):
    from arp.lake.lake import Lake

    numbers = ["0025000", "12345678901234567890", "A-007"]
    path = tmp_path / "calls.csv"
    rows = [",".join(HEADER)] + [",".join(call(n, day + 13)) for day, n in enumerate(numbers)]
    path.write_text("\n".join(rows))
    run("import", path)
    stored = Lake(lake).snapshot().read("calls", columns=["incident_number"])
    assert sorted(stored["incident_number"].to_pylist()) == sorted(numbers)


def test_an_order_of_day_and_month_that_cannot_be_known_is_asked_and_then_remembered(run, tmp_path):
    path = tmp_path / "calls.xlsx"
    path.write_bytes(workbook([call(f"26-{d:04d}", d, 30, month=10) for d in range(1, 13)]))
    (asked,) = run("import", path, status=1)
    assert asked["status"] == "needs_answer"
    (question,) = asked["questions"]
    assert question["key"].startswith("date_order")
    assert {choice["value"] for choice in question["choices"]} == {"mdy", "dmy"}
    (answered,) = run("import", path, "--answer", f"{question['key']}=mdy")
    assert (answered["status"], answered["months"]) == ("saved", ["2026-10"])
    path.write_bytes(workbook([call(f"26-1{d:03d}", d, 30, month=11) for d in range(1, 13)]))
    (next_month,) = run("import", path)
    assert (next_month["status"], next_month["months"]) == ("saved", ["2026-11"])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.xlsx", b"%PDF-1.7 not a workbook"),
        ("empty.xlsx", b""),
        ("empty.csv", b""),
        ("login.xls", b"<!DOCTYPE html><html><body>Sign in</body></html>"),
        ("totals.csv", b"Month,Calls,Share\n2026-08,812,31%\n2026-09,790,33%\n2026-10,804,35%\n"),
        ("notes.xlsx", workbook([], header=("Dear colleagues, please find attached",))),
    ],
)
def test_a_wrong_file_gets_one_plain_sentence_and_changes_nothing(run, tmp_path, lake, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    (result,) = run("import", path, status=1)
    assert result["status"] == "refused"
    assert len(result["reason"]) < 300
    assert "\n" not in result["reason"]
    assert not (lake / "ledger").exists()


def test_a_missing_file_is_refused_and_the_others_are_saved(run, tmp_path, october):
    missing, saved = run("import", tmp_path / "nowhere.xlsx", october, status=1)
    assert (missing["status"], saved["status"]) == ("refused", "saved")


def test_readings_carry_their_group_and_their_reason(run, october):
    run("import", october)
    by_type = run("measure", "response_p50", "--by", "call_type")
    assert {r["group"]["call_type"]: r["n"] for r in by_type} == {
        "ALARM": 14,
        "WELFARE CHECK": 14,
    }
    (p90,) = run("measure", "response_p90")
    assert (p90["status"], p90["value"], p90["n"]) == ("too few", None, 28)
    assert p90["reason"]


def test_what_is_public_withholds_what_would_tell_of_a_few_people(run, tmp_path):
    header = ("Encounter ID", "Team", "Started", "Contact Result", "Person Injury")
    met = [
        (f"E{n}", "CRT", f"10/{n}/2026 14:00", "Engaged", "Yes" if n < 5 else "No")
        for n in range(1, 29)
    ]
    path = tmp_path / "Contacts October 2026.xlsx"
    path.write_bytes(workbook(met, header))
    run("import", path)
    (inside,) = run("measure", "person_injuries")
    assert (inside["status"], inside["value"]) == ("ok", 4)
    (public,) = run("measure", "person_injuries", "--public")
    assert (public["status"], public["value"], public["n"]) == ("withheld", None, None)
    assert public["reason"] == "Withheld to protect people: it would tell of 12 or fewer."


def test_an_earlier_snapshot_opens_and_undo_goes_back_to_it(run, october, tmp_path):
    run("import", october)
    (before,) = run("measure", "calls_in_scope")
    path = tmp_path / "Police CAD November 2026.xlsx"
    path.write_bytes(workbook([call(f"26-2{d:03d}", d, month=11) for d in range(14, 20)]))
    (second,) = run("import", path)
    assert run("measure", "calls_in_scope")[0]["value"] == 34
    assert run("measure", "calls_in_scope", "--as-of", 1) == [before]
    run("undo", second["upload_id"])
    assert run("measure", "calls_in_scope") == [before]
    assert [row["kind"] for row in run("history")] == ["undo", "upload", "upload"]


def test_wrong_usage_is_status_2(lake, capsys):
    assert main(["measure", "no_such_indicator", "--lake", str(lake)]) == 2
    assert main(["measure", "--from", "2026-10", "--to", "2026-08", "--lake", str(lake)]) == 2
    unasked = ["import", "october.xlsx", "--answer", "whole_months=2026-10"]
    for words in (
        unasked,
        ["measure", "--by", "moon"],
        ["measure", "--from", "May"],
        ["import"],
        [],
    ):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2


def test_what_is_not_there_is_status_1(lake, capsys):
    assert main(["measure", "--lake", str(lake)]) == 1
    assert main(["undo", "nothing", "--lake", str(lake)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_the_definitions_list_every_indicator(run):
    from arp.measures.registry import INDICATORS

    listed = run("definitions")
    assert [entry["key"] for entry in listed] == list(INDICATORS)
    assert all(entry["words"] and entry["source"] for entry in listed)


def test_the_indicators_are_the_declared_ones_until_the_settings_name_hide_or_add_any(
    run, lake, tmp_path
):
    assert not [one for one in run("indicators") if one["hidden"] or one["added"]]
    run("template", tmp_path / "program.xlsx", "--program")
    book = openpyxl.load_workbook(tmp_path / "program.xlsx")
    sheet = book["Your indicators"]
    titles = [cell.value for cell in sheet[1]]
    added = {
        "Indicator": "ours",
        "Name": "Ours",
        "Question": "people",
        "Kind": "count",
        "Table": "calls",
        "Among": "eligible",
        "Why it matters": "It does",
        "Better": "higher",
        "About": "service",
    }
    for row in (added, {"Indicator": "uhu", "Name": "Busy", "Hidden": "Yes"}):
        sheet.append([row.get(title) for title in titles])
    book.save(tmp_path / "program.xlsx")
    assert run("import", tmp_path / "program.xlsx")[0]["status"] == "saved"
    listed = {one["key"]: one for one in run("indicators")}
    assert (listed["ours"]["added"], listed["ours"]["unit"]) == (True, "calls")
    assert (listed["uhu"]["name"], listed["uhu"]["hidden"]) == ("Busy", True)
    assert run("measure", "ours")[0]["indicator"] == "ours"


def test_the_template_is_a_workbook_that_the_road_itself_understands(tmp_path, run):
    path = tmp_path / "blank.xlsx"
    assert main(["template", str(path)]) == 0
    assert {"calls", "encounters"} <= {
        name.lower() for name in openpyxl.load_workbook(path).sheetnames
    }
    (result,) = run("import", path, status=1)
    assert result["status"] == "refused"  # it is blank


def test_doctor_finds_nothing_in_a_whole_lake_and_a_truncated_file_in_a_broken_one(
    run, october, lake
):
    run("import", october)
    assert run("doctor") == []
    parquet = max((lake / "calls").rglob("*.parquet"))
    parquet.write_bytes(parquet.read_bytes()[:100])
    (fault,) = run("doctor", status=1)
    assert fault["table"] == "calls"


def test_a_lake_that_is_not_there_or_is_no_folder_is_said_in_a_sentence(tmp_path, october, capsys):
    assert main(["doctor", "--lake", str(tmp_path / "mistyped")]) == 1
    assert "There is no lake" in capsys.readouterr().err
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a lake")
    assert main(["import", str(october), "--lake", str(in_the_way)]) == 1
    assert main(["template", str(tmp_path / "no folder" / "blank.xlsx")]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.strip()


def test_the_program_workbook_is_written_imported_and_written_again_with_its_settings(
    run, tmp_path
):
    path = tmp_path / "program.xlsx"
    run("template", "--program", path)
    (blank,) = run("import", path, status=1)
    assert blank["status"] == "refused"
    book = openpyxl.load_workbook(path)
    book["Teams"].append(["CRT", "Responders", "in person", "No", "No"])
    book["Targets"].append(["response_p50", "CRT", None, None, 15, None, "minutes"])
    book.save(path)
    (saved,) = run("import", path)
    assert (saved["status"], saved["feed"]) == ("saved", "settings")
    assert saved["tables"]["settings"]["new"] == 2
    run("template", "--program", path)
    assert run("import", path)[0]["status"] == "unchanged"
    run("undo", saved["upload_id"])
    assert run("import", path)[0]["tables"]["settings"]["new"] == 2


def test_a_program_workbook_with_faults_changes_nothing_and_lists_them_all(run, tmp_path):
    path = tmp_path / "program.xlsx"
    run("template", "--program", path)
    book = openpyxl.load_workbook(path)
    book["Teams"].append(["CRT"])
    book["Units"].append(["H*", "HEART"])
    book["Targets"].append(["no_such", None, None, None, 15])
    book.save(path)
    (refused,) = run("import", path, status=1)
    assert refused["reason"].startswith("The settings have faults (3), so none of them was saved.")
    assert [(f["kind"], f["sheet"], f["row"], f["column"]) for f in refused["findings"]][-3:] == [
        ("missing_setting", "Targets", 2, "Unit"),
        ("unknown_team", "Units", 2, "Team"),
        ("unknown_indicator", "Targets", 2, "Indicator"),
    ]
    assert run("history") == []
