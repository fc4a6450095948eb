"""From the bytes of a file to a change that the lake can take."""
