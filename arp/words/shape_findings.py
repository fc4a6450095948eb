"""Findings about a map of areas: why it is refused, and what was noticed while it was read."""

from arp.words.findings import FindingKind, Severity


def _stops(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.STOPS_UPLOAD)


def _note(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.NOTE)


_AS_GEOJSON = "In the mapping program, export the areas as GeoJSON in WGS 84 and take that file."

SHAPES_REFUSED: tuple[FindingKind, ...] = (
    _stops(
        "map_of_areas",
        "A map, not a spreadsheet",
        "The file is a map of areas (GeoJSON), not a spreadsheet.",
        "Drop it on the page Settings, under “Areas on a map”.",
    ),
    _stops(
        "map_too_large",
        "The map is too large",
        "The map has {found}; the largest that can be read has {other}.",
        "Export it with simpler outlines, or only the areas that calls are told by.",
    ),
    _stops(
        "map_unreadable",
        "Not readable as GeoJSON",
        "The file cannot be read as GeoJSON.",
        _AS_GEOJSON,
    ),
    _stops(
        "map_of_another_kind",
        "Another kind of map",
        "The file is {found}, not GeoJSON.",
        _AS_GEOJSON,
    ),
    _stops(
        "map_without_areas",
        "A map without areas",
        "The map holds no area: none of its features is a polygon.",
        "Export the outlines of the areas, not their lines or points.",
    ),
    _stops(
        "map_of_too_many_areas",
        "Too many areas",
        "The map has {n} areas; at most {other} can be read.",
        "Export the areas that calls are told by, such as districts or beats.",
    ),
    _stops(
        "map_projected",
        "Not in longitude and latitude",
        "The coordinates of the map are not longitude and latitude: one of them is {found}.",
        "Export it as WGS 84 (EPSG:4326).",
    ),
    _stops(
        "map_coordinates",
        "Coordinates that cannot be read",
        "Coordinates of area {n} of the map are no finite numbers.",
        _AS_GEOJSON,
    ),
    _stops(
        "map_without_names",
        "Areas without names",
        "No property of the map tells its areas apart.",
        "Export the areas with their names or numbers.",
    ),
    _stops(
        "map_unmatched",
        "No area of the data",
        "None of the areas of the map is one of the data, by the property “{found}”.",
        "Choose another property, or say under Areas what the data’s names of areas mean.",
    ),
)

ABOUT_SHAPES: tuple[FindingKind, ...] = (
    _note(
        "features_left_out",
        "Features that are no areas",
        "Features of the map that are no areas were left out ({n}).",
        "Nothing to do.",
    ),
    _note(
        "areas_unnamed",
        "Areas without a name",
        "Areas of the map without a name were left out ({n}).",
        "Name them in the mapping program, if they are wanted.",
    ),
    _note(
        "coordinates_turned",
        "Latitude before longitude",
        "The map has latitude before longitude; it was read so.",
        "Nothing to do, if the map looks right.",
    ),
    _note(
        "outlines_mended",
        "Outlines mended",
        "Outlines that were not closed, or crossed themselves, were mended ({n}).",
        "Nothing to do, if the map looks right.",
    ),
    _note(
        "outlines_simplified",
        "Outlines made simpler",
        "The outlines were made simpler, from {n} points to {other}, so that charts stay quick.",
        "Nothing to do.",
    ),
    _note(
        "area_not_in_data",
        "Areas that the data do not name",
        "Areas of the map that the data do not name ({n}): {found}.",
        "Nothing to do, if no calls come from there; else say under Areas what the names mean.",
    ),
    _note(
        "area_not_on_map",
        "Areas that the map does not draw",
        "Areas of the data that the map does not draw ({n}): {found}.",
        "Their figures stand in the tables.",
    ),
)
