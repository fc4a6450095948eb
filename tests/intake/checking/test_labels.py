from arp.intake.checking.labels import Alike, alike_labels, merged_into
from arp.words.tables import TABLES

ENCOUNTERS = TABLES["encounters"]


def alike(field, **rows):
    counts = {label.replace("_", " "): n for label, n in rows.items()}
    return [(a.rarer, a.other) for a in alike_labels(ENCOUNTERS, {field: counts})]


def test_case_and_spaces_make_no_other_label():
    assert alike("contact_label", Engaged_client=2, Engaged_Client=9) == [
        ("Engaged client", "Engaged Client")
    ]


def test_one_word_more_is_the_same_where_both_are_read_as_one_word():
    assert alike("contact_label", Unable_to_locate_client=285, Unable_to_Locate=649) == [
        ("Unable to locate client", "Unable to Locate")
    ]
    assert alike("disposition_label", Arrest=3, Arrest_declined=4) == []


def test_or_and_a_slash_say_the_same():
    counts = {"Sobering/Detox Facility": 26, "Sobering or Detox Facility": 2}
    (found,) = alike_labels(ENCOUNTERS, {"disposition_label": counts})
    assert found == Alike(
        "disposition_label", "Sobering or Detox Facility", "Sobering/Detox Facility", 2
    )


def test_codes_that_differ_by_a_number_are_two_labels():
    counts = {"call_type_initial": {"Code 2 Transport": 5, "Code 3 Transport": 4}}
    assert alike_labels(TABLES["calls"], counts) == []


def test_a_chain_of_alike_labels_ends_at_the_most_frequent():
    pairs = [Alike("f", "a", "b", 1), Alike("f", "b", "c", 2)]
    assert merged_into(pairs) == {("f", "a"): "c", ("f", "b"): "c"}
