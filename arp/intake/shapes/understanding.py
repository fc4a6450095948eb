"""A map of areas understood: which area each outline is, and the change that saving it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.mapping import Choice, Question, Understanding
from arp.intake.recognition.remembered import FEED, Setting, settings_rows
from arp.intake.shapes.geojson import AreaMap
from arp.intake.shapes.known import KnownArea
from arp.intake.shapes.naming import Naming, namings
from arp.lake.change import Change, Tally
from arp.shapes.outlines import mended, simplified
from arp.shapes.shapes import Shapes, points, text
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.settings import SETTINGS
from arp.words.settings.shape_section import SHAPES

if TYPE_CHECKING:
    from arp.shapes.shapes import Outline

KEY = "area_name"  # of the question by which property areas are named
WHY = "The city's map of its areas"
LISTED = 8  # names in a sentence


@dataclass(frozen=True, kw_only=True)
class ShapesUnderstanding:
    """What a map holds by one of its properties, enough to show it and to save it."""

    understanding: Understanding
    naming: Naming | None = None
    offered: tuple[str, ...] = ()  # the properties that can name areas, the likeliest first
    shapes: Shapes | None = None


def understand_shapes(
    map_: AreaMap,
    known: Sequence[KnownArea],
    *,
    name_property: str | None = None,
    set_by: str | None = None,
    why: str = WHY,
) -> ShapesUnderstanding:
    """Which areas a map draws, and the change that keeps their outlines.

    The map is the whole of the section: outlines that are kept and that it lacks go.

    Args:
        map_: as it was read.
        known: the areas of the data; without any, the map's names are taken as they are.
        name_property: the property that names areas; else the likeliest.
        set_by: who sets it.
        why: it is set.
    """
    found = namings(map_.features, known)
    offered = tuple(naming.by for naming in found)
    chosen = next((each for each in found if each.by == name_property), None)
    if name_property and chosen is None and found:
        return ShapesUnderstanding(understanding=_asked(map_, offered), offered=offered)
    naming = chosen or next(iter(found), None)
    if naming is None:
        return ShapesUnderstanding(understanding=_refused(map_, "map_without_names"))
    if known and not naming.areas:
        refused = _refused(map_, "map_unmatched", naming.by)
        return ShapesUnderstanding(understanding=refused, naming=naming, offered=offered)
    outlines, findings = _outlines(map_, naming)
    if not outlines:
        return ShapesUnderstanding(understanding=_refused(map_, "map_without_areas"))
    settings = [
        Setting(
            section=SHAPES.name,
            value={"area": area, "shape": text(outline)},
            why=why,
            set_by=set_by,
        )
        for area, outline in outlines.items()
    ]
    return ShapesUnderstanding(
        understanding=Understanding(
            file_name=map_.file_name,
            feed=FEED,
            findings=(*map_.findings, *findings, *_about_names(naming, known)),
            change=_change(settings, map_.file_name, map_.sha256),
        ),
        naming=naming,
        offered=offered,
        shapes=Shapes(outlines),
    )


def removed() -> Change:
    """The change after which no outline is kept; the history can bring them back."""
    return _change([], SHAPES.title, "")


def _change(settings: Sequence[Setting], file_name: str, sha256: str) -> Change:
    rows = settings_rows(settings)
    return Change(
        kind="settings",
        feed=FEED,
        tables={SETTINGS.name: rows},
        tallies={SETTINGS.name: Tally(rows_read=rows.num_rows)},
        file_name=file_name,
        sha256=sha256,
        whole_sections=(SHAPES.name,),
    )


def _outlines(map_: AreaMap, naming: Naming) -> tuple[dict[str, Outline], list[Finding]]:
    """Each area's outline, mended and made simple, and what that took."""
    parts: dict[str, Outline] = {}
    for feature, label in zip(map_.features, naming.labels, strict=True):
        if label:
            area = naming.area_of(label)
            parts[area] = (*parts.get(area, ()), *feature.outline)
    whole = {area: mended(outline) for area, outline in parts.items()}
    whole = {area: outline for area, outline in whole.items() if outline}
    simple = simplified(whole)
    before, after = (sum(map(points, each.values())) for each in (whole, simple))
    if after == before:
        return simple, []
    return simple, [Finding(CATALOG["outlines_simplified"], n=before, other=f"{after:,}")]


def _about_names(naming: Naming, known: Sequence[KnownArea]) -> list[Finding]:
    told = {"area_not_in_data": naming.unknown if known else (), "area_not_on_map": naming.missing}
    found = [
        Finding(CATALOG[key], n=len(names), found=_some(names))
        for key, names in told.items()
        if names
    ]
    unnamed = [Finding(CATALOG["areas_unnamed"], n=naming.unnamed)] if naming.unnamed else []
    return [*unnamed, *found]


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    rest = len(listed) - LISTED
    return ", ".join(listed[:LISTED]) + (f" and {rest:,} more" if rest > 0 else "")


def _refused(map_: AreaMap, key: str, found: str | None = None) -> Understanding:
    why = Finding(CATALOG[key], found=found)
    findings = (*map_.findings, why)
    return Understanding(file_name=map_.file_name, feed=FEED, refused=why, findings=findings)


def _asked(map_: AreaMap, offered: Sequence[str]) -> Understanding:
    question = Question(
        key=KEY,
        prompt="Which property of the map names its areas?",
        choices=tuple(Choice(value=key, label=key) for key in offered),
    )
    return Understanding(
        file_name=map_.file_name, feed=FEED, questions=(question,), findings=map_.findings
    )
