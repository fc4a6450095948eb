"""Files handed out: workbooks, the template, pictures."""
