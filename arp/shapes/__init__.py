"""The outlines of a city's areas, as its own map draws them; nothing else of that map is kept.

shapes    the outlines by area, as they are stored and as charts ask for them
outlines  outlines mended and made simple, borders that areas share staying one

Both limbs stand on it: intake makes shapes of a file, views draw them. It knows neither.
"""
