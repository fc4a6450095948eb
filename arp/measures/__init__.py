"""What is measured: facts, indicators, the engine and its readings."""
