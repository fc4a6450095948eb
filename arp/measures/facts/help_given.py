"""What the person was helped with: referrals, the follow-up that was agreed, the rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

LOWEST, BEST = 1, 5  # of a rating
READ = (
    *("referral_made", "referral_accepted", "warm_handoff", "service_unavailable", "satisfaction"),
    *("followup_requested", "followup_consented", "connected_to_care", "connected_on"),
)


def help_given(rows: ir.Table, reached: ir.BooleanValue) -> dict[str, ir.Value]:
    """Referrals, ratings, and whether a follow-up is due; by the form of the contact alone.

    A referral that was accepted was made, and one that was not made was not accepted. A follow-up
    is due where one was asked for and the person agreed to it. Who was not reached was not referred
    and could not agree, though nobody wrote it down. A rating outside 1 to 5 is unknown.
    `followup_from_at` is when the clock of a follow-up starts: at the end of the contact, else at
    its start. Source: METRICS §4A, §4C.
    """
    import ibis

    nobody, accepted = reached.nullif(True), rows.referral_accepted
    made = ibis.coalesce(rows.referral_made, accepted.nullif(False), nobody)
    due = rows.followup_requested & rows.followup_consented
    rated = rows.satisfaction.between(LOWEST, BEST)
    return {
        "referral_made": made,
        "referral_accepted": ibis.coalesce(accepted, made.nullif(True)),
        "warm_handoff": rows.warm_handoff,
        "service_unavailable": rows.service_unavailable,
        "satisfaction": ibis.ifelse(rated, rows.satisfaction, ibis.null("int64")),
        "followup_due": ibis.coalesce(due, nobody),
        "followup_from_at": ibis.coalesce(rows.ended_at, rows.started_at),
    }
