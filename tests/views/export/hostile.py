"""Cells that a spreadsheet, a page or a terminal would act upon if it took them at their word."""

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://evil.example","a")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
)
MARKDOWN = (
    "<img src=x onerror=alert(1)>",
    "[a](http://evil.example)",
    ":material/bug_report:",
    ":red[b]",
    "$x^2$",
    "**b**",
    "`c`",
    "https://evil.example",
)
