"""What axe-core finds on a page as it stands: the rules of WCAG 2.1, A and AA."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
SERIOUS = {"serious", "critical"}
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
_AXE = Axe()


def violations(page) -> list[str]:
    """One line a serious violation and the place of it: its rule, where, and what is wrong."""
    found = _AXE.run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target'][-1]} {node['html'][:120]} {_why(node)}"
        for rule in found
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]


def _why(node) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)[:200]
