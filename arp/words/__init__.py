"""What the data is: tables, vocabularies, findings, terms and settings, declared once."""
