"""Alternative response performance: from a department's workbook to figures open to their rows.

The straight road, each arrow one function, each noun one type:

    bytes ─read─▶ Workbook ─understand─▶ Understanding (mapping, findings, change)
          ─commit─▶ lake (a snapshot)
    snapshot ─derive─▶ Evidence (facts) ─measure─▶ readings ─judge─▶ signals, gates
          ─compose─▶ exhibits ─draw─▶ chart ─▶ page

    arp.words      what the data is: tables, vocabularies, findings, terms, settings
    arp.intake     workbook to change: gate, reader, recognition, checking; the program workbook
    arp.lake       the only place that touches the disk: snapshots, commit, undo, history
    arp.measures   what is measured: facts, indicators, engine, readings; spc and judge
    arp.shapes     the outlines of a city's areas
    arp.views      charts, tables, formats, colors by meaning, exports
    arp.exhibits   what each page shows, as data: drawn by the app, handed out, presented
    arp.review     reviews: chosen exhibits as of one day, and what was promised
    arp.digest     what changed in a month
    arp.sample     the sample city, seeded and made up
    arp.cli        the same road without a browser

Intake and evidence meet only in pages/ and in the command line.
"""

METHOD_DATE = "2026-11-22"  # the day a definition or a sum last changed; shown with every figure
