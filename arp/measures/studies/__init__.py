"""What is more than one aggregate: lists, estimates and comparisons, each a named function."""
