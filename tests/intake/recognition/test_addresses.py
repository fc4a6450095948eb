import pytest

from arp.intake.recognition.addresses import block_of, is_exact


@pytest.mark.parametrize(
    "text",
    [
        "12 Elm St",
        "1204 N Roxboro Street, Apt 4",
        "1204 n roxboro st durham nc 27701",
        "7 St Charles Ave",
        "1313-B Old Mill Rd.",
        "45 1/2 King's Row",
        "#8 Oak Court",
    ],
)
def test_a_house_number_a_street_and_its_suffix_are_an_exact_address(text):
    assert is_exact(text)


@pytest.mark.parametrize(
    "text",
    [
        "100 BLOCK MAIN ST",
        "1200 block of Elm St",
        "31XX Probasco St",
        "2200 ROYAL HAVEN CE",
        "100 Main St",
        "GEARY ST/LAGUNA ST",
        "9TH ST & MAIN ST",
        "12 St / Oak Ave",
        "163664036",
        "Welfare check",
        "8T3",
        "10/5/2026",
    ],
)
def test_blocks_corners_numbers_and_labels_are_none(text):
    assert not is_exact(text)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1204 N Roxboro St, Apt 4", "1200 block of N Roxboro St"),
        ("12 Elm St", "0 block of Elm St"),
        ("1313-B Old Mill Rd.", "1300 block of Old Mill Rd"),
        ("7 St Charles Ave", "0 block of St Charles Ave"),
        ("412 Broadway Apt 9", "400 block of Broadway"),
        ("1204 block of Main St", "1200 block of Main St"),
        ("100 Main St", "100 block of Main St"),
    ],
)
def test_an_address_becomes_its_hundred_block(text, block):
    assert block_of(text) == block


@pytest.mark.parametrize(
    "text",
    ["1200 block of Main St", "0 Block of MARINA BLVD", "100-199 BLK OAK AVE", "31XX Probasco St"]
    + ["GEARY ST/LAGUNA ST", "Main St & 9th St", "Block of Elm St"],
)
def test_blocks_and_corners_stay_as_they_are(text):
    assert block_of(text) == text


@pytest.mark.parametrize("text", ["Jane Doe's house", "(37.77, -122.41)", "at home", "x"])
def test_anything_else_is_no_place_that_is_known(text):
    assert block_of(text) is None


@pytest.mark.parametrize("number", [1, 12, 99, 101, 1204, 98765])
def test_no_block_holds_the_house_number(number):
    block = block_of(f"{number} Elm St")
    assert str(number) not in (block or "").split()
    assert block.startswith(f"{number // 100 * 100} block")
