"""The web view's own pages over the sample's ledgers, as a browser is given them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ledger.commands.door import desk_at
from ledger.reports.registry import menu
from ledger.web.pages import PAGES
from ledger.web.readers import pages_of
from ledger.web.serve_wrapper import shelves_of
from ledger.workflow.close.export import main_files
from tests.browse import HERE, Porter, browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzeug.test import Client

#: When Fava's own files were installed and the journals written, what else is installed, and
#: what stands for an entry together with its file's place.
SCRUBBED = re.compile(
    r'(?<=mtime=)\d+|(?<="ledger-mtime">)\d+|(?<="have_excel":)\w+|(?<="entry_hash":")\w+'
)
#: What the pages are asked besides nothing: a page, and the words of the address.
ASKED = (
    ("Settlement", "show=left"),
    ("Settlement", "show=late"),
    ("Vouchers", "month=03"),
    ("Vouchers", "voucher=2025-03 记-0002"),
    ("Vouchers", "voucher=2025-03 记-9999"),
    ("Due", "day=2025-12-25"),
    ("Closing", "period=2025-12"),
    ("Books", "report=memorandum&month=12&hospital=H62010200056"),
    ("Books", "report=subledger&month=12&hospital=H62010200056"),
    *(("Books", f"report={name}&month=12") for name, _ in menu()),
)
TOLD_IN_FULL = "兰州市职工医保 2025年"
#: Pages of Fava's that we let through, word or refuse.
OTHERS = ("balance_sheet/", "journal/", "editor/", "nowhere/", "api/source")


def frozen_pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name and text of every page; the sample's journals lie in this folder.

    `folder` is for the server's own files.
    """
    desk = desk_at("prepay.db")
    shelves = shelves_of(file.resolve() for file in main_files(Path("journals")))
    entrance = Porter().entrance()
    client = browser(shelves, folder, pages=pages_of(desk), entrance=entrance)
    yield "pages/login.html", page_text(client, "/login")
    client.get("/login", base_url=HERE, query_string={"token": entrance.link()})
    first = client.get("/", base_url=HERE, follow_redirects=True).request.path.split("/")[1]
    base = f"/{quote(first)}/"
    yield "pages/first.html", page_text(client, f"{base}extension/Overview/")
    for way in OTHERS:
        name = way.strip("/").replace("/", "-")
        yield f"pages/fava {name}.html", page_text(client, f"{base}{way}")
    for ledger, at in ledgers(client, base).items():
        asked = ASKED if ledger.startswith(TOLD_IN_FULL) else ()
        for page, words in (*((name.capitalize(), "") for name in PAGES), *asked):
            address = f"{at}extension/{page}/?partial=true&{quote(words, safe='=&')}"
            label = f"{ledger} {page} {words}".strip().replace("&", " ")
            yield f"pages/{label}.html", page_text(client, address)
    desk.engine.dispose()


def ledgers(client: Client, base: str) -> dict[str, str]:
    """Return the address of each ledger by its name, as Fava's menu has them."""
    told = client.get(f"{base}api/ledger_data", base_url=HERE).json
    assert told is not None
    data = told["data"]
    return {data["options"]["title"]: base, **dict(data["other_ledgers"])}


def page_text(client: Client, address: str) -> bytes:
    """Return a page: its status, then its text."""
    answer = client.get(address, base_url=HERE)
    text = SCRUBBED.sub("0", answer.text)
    return f"{answer.status} {answer.headers.get('Location', '')}\n{text}".encode()
