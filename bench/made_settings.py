"""What the made-up city has set, and the numbers that its offices add up by month."""

from __future__ import annotations

TEAMS = 4  # T3 responds by phone
WEEK = "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday"
AGENCIES = {"P": "police", "E": "ems", "F": "fire"}  # by the first letter of its units
SERVED = {  # before the program there was
    "police": None,
    "ems": "TYPE 0; TYPE 1",
    "fire": "TYPE 2; TYPE 3",
}
Setting = tuple[str, str, dict[str, object]]


def _teams() -> list[Setting]:
    rows: list[Setting] = []
    for n in range(TEAMS):
        team, mode = f"T{n}", "phone" if n == TEAMS - 1 else "in person"
        rows += [
            ("units", f"{team}*", {"unit": f"{team}*", "team": team, "agency": "program"}),
            ("teams", team, {"team": team, "mode": mode, "works_with_police": False}),
        ]
        for call_type in (f"TYPE {n}", f"TYPE {n + 1}"):
            value = {"team": team, "call_type": call_type}
            rows.append(("eligibility", f"{team}\x1f{call_type}", value))
        for area, starts, ends, units in ((None, "06:00", "00:00", 2), ("B1", "12:00", "20:00", 1)):
            shift = {"team": team, "area": area, "weekdays": WEEK, "units": units}
            value = {**shift, "starts": starts, "ends": ends}
            rows.append(("schedule", f"{team}\x1f{area}", value))
    return rows


SETTINGS: tuple[Setting, ...] = (
    ("program", "program", {"program": "Made up", "time_zone": "America/New_York"}),
    *_teams(),
    *(
        ("units", f"{letter}*", {"unit": f"{letter}*", "agency": agency})
        for letter, agency in AGENCIES.items()
    ),
    *(
        ("agencies", agency, {"label": agency, "agency": agency, "served_call_types": types})
        for agency, types in SERVED.items()
    ),
    *(("priorities", f"{n}", {"priority": f"{n}", "is_top": n == 1}) for n in range(1, 6)),
    *(
        ("targets", key, {"indicator": key, "target": target, "unit": unit})
        for key, target, unit in (
            ("response_within_target", 20, "minutes"),
            ("eligible_capture", 0.8, "share"),
        )
    ),
    *(
        ("costs", name, {"cost": name, "amount": amount, "per": per})
        for name, amount, per in (
            ("Police officer, loaded", 68.0, "hour"),
            ("Emergency department visit", 1450.0, "visit"),
            ("Jail booking", 320.0, "booking"),
        )
    ),
)
FIGURES = """
    SELECT 'figures' AS feed, 'u' AS upload_id, figure || month AS row_key, figure AS row_hash,
        month, 'Figures' AS sheet, n AS sheet_row, figure,
        CASE WHEN parts THEN 80.0 + n % 15 END AS numerator,
        CASE WHEN parts THEN 100.0 END AS denominator,
        CASE WHEN NOT parts THEN scale * (1 + n % 12) END AS value
    FROM (
        SELECT n, strftime(TIMESTAMP '{first}' + INTERVAL (n) MONTH, '%Y-%m') AS month
        FROM range({months}) AS r(n)
    ), (VALUES
        ('calls_answered_15s', true, NULL), ('posts_vacant', true, NULL),
        ('unit_hours_planned', false, 400.0), ('unit_hours_delivered', false, 350.0),
        ('use_of_force_eligible', false, 1.0), ('crime_reports', false, 300.0),
        ('program_cost', false, 90000.0)
    ) AS f(figure, parts, scale)
"""
