"""How readings are shown: charts, tables, formats, colors by meaning, exports."""
