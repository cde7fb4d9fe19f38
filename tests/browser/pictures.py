"""Takes the pictures of docs/view.md: `python -m tests.browser.pictures`.

The sample books are made anew in a passing folder, shown, and each page is taken at the size
of a laptop's screen, and as it lies on paper (A4 across).
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sample.player import run_demo
from tests.browser.driver import Browser
from tests.browser.server import ROOT, Server

if TYPE_CHECKING:
    from collections.abc import Callable

LEDGER = "兰州市职工医保-2025年-医保预付金"
HAINAN = "海南省职工医保-2026年-医保预付金"
PICTURES = {
    "view-overview": ("extension/Overview/", {}),
    "view-due": ("extension/Due/", {"day": "2026-03-20"}),
    "view-settlement": ("extension/Settlement/", {}),
    "view-voucher": ("extension/Vouchers/", {"voucher": "2025-04 记-0001"}),
    "view-closing": ("extension/Closing/", {"period": "2025-12"}),
    "view-books": ("extension/Books/", {"report": "open-items", "month": "12"}),
}


#: A4 across, less its margins, at the screen's 96 dots an inch.
A4 = (1047, 718)
#: Only 海南 asks for measures of early warning.
OF_HAINAN = ("view-due",)


def take(
    seen: Browser, server: Server, ending: str, picture_of: Callable[[Browser], bytes]
) -> None:
    """Take every picture in one way."""
    for picture, (path, words) in PICTURES.items():
        ledger = HAINAN if picture in OF_HAINAN else LEDGER
        seen.open(server.page(ledger, path, words))
        seen.until("document.querySelector('aside a') !== null")
        seen.until("document.querySelector('.prepay table') !== null")
        seen.until("document.fonts.status === 'loaded'")
        (ROOT / "docs" / "images" / f"{picture}{ending}.png").write_bytes(picture_of(seen))


def main() -> int:
    """Make the books, look, keep the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run_demo(folder / "demo", lambda _: None)
        (folder / "browser").mkdir()
        with Server(folder / "demo" / "prepay.db") as server, Browser(folder / "browser") as seen:
            seen.open(server.told[0])
            take(seen, server, "", Browser.picture)
            # Afterwards the window has another height.
            take(seen, server, "-print", lambda seen: seen.paper(*A4))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
