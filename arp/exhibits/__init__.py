"""What each page shows, as data: its answer, the figures that carry it, and its exhibits.

    a look (facts, months, filters) ─compose─▶ Page ─▶ the browser, slides, briefs, public pages

A page of the app draws what is composed here; so do slides, the brief, the workbook, the public
page and the command line. Nothing in here knows what it is drawn by.
"""
