"""The public page in a browser: no wider than a phone, open to everybody, asking no network."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.views.export.test_public_page import made


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone_and_nobody_is_hindered(chromium, tmp_path, scheme):
    file = tmp_path / "public.html"
    file.write_text(made())
    asked = []
    context = chromium.new_context(
        viewport={"width": 390, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    view = context.new_page()
    view.on("request", lambda request: asked.append(request.url))
    view.goto(file.as_uri())
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(view).response["violations"]
    context.close()
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
