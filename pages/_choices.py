"""The choices that exhibits offer: read before a page is composed, drawn where they stand."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from arp.exhibits.exhibit import Menu

ALL = 1.0  # where a share begins
STEP = 0.05


def chosen(keys: Iterable[str]) -> dict[str, str]:
    """What menus hold, also before they are drawn: the widget's own choice, else the link's."""
    found = {key: st.session_state.get(key, st.query_params.get(key)) for key in keys}
    return {key: str(value) for key, value in found.items() if value is not None}


def draw(menus: Iterable[Menu]) -> None:
    """The menus of one exhibit."""
    with st.container(horizontal=True):
        for menu in menus:
            DRAWN[menu.form](menu)


def _select(menu: Menu) -> None:
    st.selectbox(menu.label, list(menu.options), key=menu.key, bind="query-params", width=330)


def _segments(menu: Menu) -> None:
    st.segmented_control(
        menu.label,
        list(menu.options),
        default=menu.options[0],
        key=menu.key,
        label_visibility="collapsed",
        bind="query-params",
    )


def _percent(menu: Menu) -> None:
    st.slider(menu.label, 0.0, 1.0, ALL, STEP, "percent", key=menu.key, bind="query-params")


DRAWN = {"select": _select, "segments": _segments, "percent": _percent}
