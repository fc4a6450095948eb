"""Which sheet, which header row, and what each column holds."""
