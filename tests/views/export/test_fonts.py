from PIL import ImageFont

from arp.views.export import fonts


def test_three_weights_of_the_typeface_come_with_their_license():
    named = {ImageFont.truetype(path).getname() for path in fonts.FOLDER.glob("*.ttf")}
    assert {family for family, _ in named} <= {fonts.FAMILY, f"{fonts.FAMILY} SemiBold"}
    assert len(named) == 3
    assert "SIL Open Font License" in (fonts.FOLDER / "OFL.txt").read_text()
