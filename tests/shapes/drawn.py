"""Maps drawn by hand: squares of a degree's tenth, side by side."""

import json


def square(left, low, side=0.1):
    """A ring: four corners, closed."""
    right, high = left + side, low + side
    return [[left, low], [right, low], [right, high], [left, high], [left, low]]


def feature(left, low=36.0, **properties):
    geometry = {"type": "Polygon", "coordinates": [square(left, low)]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def three(**other):
    """North, East and South, each with a number, and a person's name that nobody may keep."""
    names = ("North", "East", "South")
    return collection(
        *(
            feature(-70 + at / 10, NAME=name, OBJECTID=at + 1, OFFICER="Sgt. Made Up")
            for at, name in enumerate(names)
        ),
        **other,
    )
