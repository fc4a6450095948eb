"""The corrections workbook: which rows go back to the user, and what comes back mended."""
