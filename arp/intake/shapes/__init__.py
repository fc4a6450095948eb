"""A city's map of its areas on its way into the lake: only outlines and one name each are kept.

    bytes of a GeoJSON file ─read─▶ features ─name─▶ areas of the data ─▶ a change of the settings

geojson        what the file holds, safely read
coordinates    rings of finite longitudes and latitudes
naming         which property names the areas, and which area of the data each feature is
known          the areas of the data
understanding  the change that saving the map makes, and what was noticed on the way
"""
