import pytest

from arp.intake.recognition.header_text import as_read


@pytest.mark.parametrize(
    "written",
    [
        "On Scene",
        " On\u00a0Scene ",
        "On\nScene",
        "\ufeffOn Scene",
        "O\u00adn\u200b Scene",
        "Ｏn  Scene",
    ],
)
def test_a_header_reads_the_same_however_it_is_spaced_and_marked(written):
    assert as_read(written) == "On Scene"
