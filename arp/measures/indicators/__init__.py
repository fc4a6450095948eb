"""The indicators, one file a question."""
