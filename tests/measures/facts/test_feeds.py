from arp.measures.facts.feeds import feeds_in_order, notes_on

CLOCKS = {"received_at", "queued_at", "dispatched_at", "en_route_at"}


def test_feeds_of_all_calls_come_before_the_programs_and_equals_by_name() -> None:
    filled = {"heart": CLOCKS, "police": CLOCKS, "fire": CLOCKS}
    ordered = feeds_in_order(filled, program_only={"heart"})
    assert [feed.name for feed in ordered] == ["fire", "police", "heart"]
    assert [feed.program_only for feed in ordered] == [False, False, True]


def test_a_feed_with_every_clock_needs_no_note() -> None:
    feeds = feeds_in_order({"cad": CLOCKS}, program_only=())
    assert notes_on(feeds, feeds) == {}


def test_a_clock_that_a_whole_feed_lacks_is_named_with_its_feed() -> None:
    feeds = feeds_in_order({"a": {"queued_at"}, "b": {"queued_at"}}, program_only=())
    said = notes_on(feeds, feeds)["response_minutes"]
    assert said == "Counted from the queue time: no received time in feeds a, b."
