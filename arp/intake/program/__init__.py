"""The program workbook: recognizing it, reading its rows, checking them, the change they make."""
