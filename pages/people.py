"""Does it help the people it serves? What changed for them, in the order of what they need."""

from contextlib import nullcontext

import streamlit as st

from arp.measures.indicator import Question
from arp.views import people_topics, sentences
from pages import _card, _fairness, _familiar, _filters, _own, _present, _shell, _topics, _untold

shown = _shell.need_data(_filters.shown())
these = [topic for section in people_topics.SECTIONS for topic in section.topics]
of = _topics.asked(shown, these, (*people_topics.TILES, *people_topics.TITLE))

answer = sentences.answer(of.whole, people_topics.TITLE, people_topics.UNTOLD)
_topics.head(of, answer, "", people_topics.TILES)
with _untold.gathered():
    for section in people_topics.SECTIONS:
        told = _topics.told(section.topics, of)
        if told and not _present.on():
            st.header(section.question, anchor=False)
        with _card.side_by_side() if told else nullcontext():
            for topic in section.topics:
                _topics.draw(topic, of)
            if section is people_topics.FAMILIAR:
                _familiar.draw(shown)
    _fairness.section(shown, people_topics.FAIR)
_own.section(shown, Question.PEOPLE)
