"""Areas on a map: the city's GeoJSON dropped, its areas matched with the data's, saved, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from arp.exhibits.exhibit import Drawing
from arp.measures.settings import Settings
from arp.shapes.shapes import Shapes
from arp.views import area_map, formats
from arp.words.findings import Refused
from pages import _change, _drawing, _dropped, _findings, _printed, _shell

if TYPE_CHECKING:
    from arp.intake.shapes.geojson import AreaMap
    from arp.intake.shapes.known import KnownArea
    from arp.intake.shapes.naming import Naming
    from arp.intake.shapes.understanding import ShapesUnderstanding
    from arp.lake.change import Change
    from arp.lake.snapshot import Snapshot

DONE = "shapes_done"  # in the session: what the last press did, said once
LARGEST_MB = 20
KEPT = (
    "Drop your city’s own map of its areas: a GeoJSON file (WGS 84) from the mapping program. "
    "Only outlines and one name each are kept; nothing is fetched from a network."
)
MISSING = "not on the map"


def draw(snapshot: Snapshot | None, rows: list[dict[str, Any]], *, locked: bool) -> None:
    """What is kept, the way to another map, and the way out; only the first where `locked`."""
    today = _shell.now().date()
    settings = Settings(rows)
    kept = Shapes.of(settings.on("shapes", today), settings.on("areas", today))
    if DONE in st.session_state:
        st.success(formats.plain(st.session_state.pop(DONE)), icon=":material/check:")
    known = _known(str(snapshot.lake), snapshot.number, snapshot) if snapshot else []
    if kept:
        with st.container(border=True):
            st.subheader("The map in use", anchor=False)
            _outlines("kept", kept, [area.name for area in known] or list(kept.outlines))
            if not locked:
                _removing()
    if not locked:
        _replacing(known)


def _replacing(known: list[KnownArea]) -> None:
    st.markdown(KEPT)
    dropped = st.file_uploader(
        "Map of areas (GeoJSON)",
        type=["geojson", "json"],
        max_upload_size=LARGEST_MB,
        key="map-of-areas",
    )
    if dropped is None:
        return
    try:
        read = _read(dropped.name, dropped.getvalue())
    except Refused as refusal:
        _findings.refusal(refusal.finding)
        return
    _understood(read, known)


def _understood(read: AreaMap, known: list[KnownArea]) -> None:
    """Which property names the areas, what it looks like, and the button that saves it."""
    from arp.intake.shapes.naming import namings

    offered = [naming.by for naming in namings(read.features, known)]
    chosen = st.selectbox(
        "Which property names the areas?",
        offered,
        key=f"names-{read.sha256}",
        disabled=len(offered) < 2,
        width=320,
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        set_by = st.text_input("Set by", _shell.who(), key="by-shapes", width=220)
        why = st.text_input("Why", "The city’s map of its areas", key="why-shapes")
    result = _result(read.sha256, tuple(known), chosen, set_by.strip(), why.strip(), read)
    found = result.understanding
    if found.refused:
        _findings.refusal(found.refused)
        return
    if result.shapes and result.naming:
        matched = list(result.naming.matched) if known else list(result.shapes.outlines)
        _outlines(f"dropped-{chosen}", result.shapes, matched)
        _matches(result.naming)
    _findings.findings("shapes", found.findings)
    if found.change:
        _saving(found.change, signed=bool(set_by.strip() and why.strip()))


def _saving(change: Change, *, signed: bool) -> None:
    preview = _shell.own_lake().preview(change)
    if preview.status == "unchanged":
        st.markdown("This map is kept already: saving it changes nothing.")
    else:
        _dropped.accounting(preview.tallies)
    if not signed:
        st.markdown("Say who set it and why; then it can be saved.")
    ready = signed and preview.status == "saved"
    if st.button("Save the map", type="primary", icon=":material/check:", disabled=not ready):
        n = change.tables["settings"].num_rows
        _change.save(change, DONE, f"The map is saved: {formats.counted(n, 'area')}.")


def _removing() -> None:
    if st.button("Remove the map", icon=":material/delete:", type="tertiary"):
        from arp.intake.shapes.understanding import removed

        _change.save(removed(), DONE, "The map is removed. The history can bring it back.")


def _outlines(key: str, shapes: Shapes, named: list[str]) -> None:
    """The map, areas that the data do not name hatched."""
    frame = pd.DataFrame({"area": named, "status": "ok"})
    spec = _drawing.specification(
        Drawing(area_map.known_areas, {"shapes": shapes}), frame, st.context.theme.type
    )
    drawn = formats.listed(shapes.outlines)
    _drawing.chart(f"areas-{key}", spec, f"A map of {drawn}")


def _matches(naming: Naming) -> None:
    """Each area of the data with its name on the map; those without the other last."""
    on_map = {area: label for label, area in naming.areas.items()}
    lines = [*on_map.items(), *((area, MISSING) for area in naming.missing)]
    if lines:
        with st.expander(f"{formats.counted(len(on_map), 'area')} found on the map"):
            _printed.table(pd.DataFrame(lines, columns=["Area in the data", "Name on the map"]))


@st.cache_data(max_entries=4, show_spinner=False)
def _known(lake: str, number: int, _snapshot: Snapshot) -> list[KnownArea]:
    from arp.intake.shapes.known import known_areas

    return known_areas(_snapshot)


@st.cache_resource(max_entries=4, scope="session", show_spinner="Reading the map")
def _read(name: str, data: bytes) -> AreaMap:
    from arp.intake.shapes.geojson import read_map

    return read_map(name, data)


@st.cache_resource(max_entries=8, scope="session", show_spinner="Matching the areas")
def _result(
    sha256: str,
    known: tuple[KnownArea, ...],
    chosen: str | None,
    set_by: str,
    why: str,
    _read: AreaMap,
) -> ShapesUnderstanding:
    from arp.intake.shapes.understanding import understand_shapes

    return understand_shapes(_read, known, name_property=chosen, set_by=set_by, why=why)
