"""What is measured: one file a subject, one entry an indicator, each with its `ENTRIES`."""
