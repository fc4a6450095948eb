"""From cells to typed rows with findings; every row accounted for."""
