"""Why an eligible call was missed, and what would have reached it."""

from arp.words.grammar import Vocabulary, Word

MISSED_REASON = Vocabulary(
    "reason missed",
    (
        Word("outside area", "No eligible team serves the area of the call"),
        Word("outside hours", "No unit of an eligible team was on duty there at that minute"),
        Word(
            "canceled before dispatch",
            "It was canceled after it was queued, before any unit was sent",
        ),
        Word("sent, did not arrive", "A team was sent and did not arrive: canceled or recalled"),
        Word("declined", "A team was offered the call and is recorded as declining"),
        Word("self-assigned", "Police, fire or EMS put themselves on the call"),
        Word("all units busy", "Every unit on duty was at work; reconstructed from its clocks"),
        Word("not routed", "A unit was on duty and free, and none was sent; reconstructed"),
        Word("cannot tell", "No schedule or no unit data tells which of the others it was"),
    ),
)
"""The first that is known to fit, in this order, is the reason of a missed call."""

LEVER = Vocabulary(
    "lever",
    (
        Word("more area", "Serving the area of the call"),
        Word("more hours", "Being on duty at that hour"),
        Word("more units", "Another unit on duty at that hour"),
        Word("better routing", "Sending the unit that was free"),
        Word("two or more levers", "None of them alone would have reached the call"),
    ),
)
"""What alone would have reached a missed call; no lever reaches the other reasons."""
