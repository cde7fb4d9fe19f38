"""A web view to test: journals behind both doors, and a browser of werkzeug's that is logged in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from werkzeug.test import Client

from ledger.basis.clock import SystemClock
from ledger.masters.access import Admitted, Turned
from ledger.web.pages import Pages
from ledger.web.serve import Where, application
from ledger.web.serve_login import Entrance, Keeper
from ledger.web.serve_session import Sessions
from ledger.web.serve_wrapper import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from werkzeug.test import TestResponse

    from ledger.basis.clock import Clock

HERE = "http://127.0.0.1:5000"
BOOK = "620100/employee"


@dataclass(slots=True)
class Porter:
    """Who lets people in where no database is asked: a list of passwords, and what was told."""

    passwords: dict[str, str] = field(default_factory=dict)
    books: dict[str, tuple[str, ...]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    devices: list[str] = field(default_factory=list)

    def sign_in(
        self, name: str, password: str, address: str, device: str = ""
    ) -> Admitted | Turned:
        """Let in whoever has the password."""
        self.told.append(f"{name} {address}")
        self.devices.append(device)
        if self.passwords.get(name) == password:
            books = self.books.get(name, ())
            return Admitted(name=name, books=books, version=1, device=device or "known")
        return Turned(message="姓名或密码不对。")

    def sign_in_here(self, address: str) -> Admitted:
        """Let in whoever has the link."""
        self.told.append(f"链接 {address}")
        return Admitted(name="本机")

    def sign_out(self, name: str, address: str) -> None:
        """Note who left."""
        self.told.append(f"{name} 退出 {address}")

    def still(self, admitted: Admitted) -> bool:
        """Tell who may stay."""
        return admitted.name not in self.gone

    def entrance(self, clock: Clock | None = None, *, secure: bool = False) -> Entrance:
        """Make the entrance of a server."""
        keeper = Keeper(
            sign_in=self.sign_in,
            sign_in_here=self.sign_in_here,
            sign_out=self.sign_out,
            passwords=lambda: bool(self.passwords),
        )
        sessions = Sessions(clock=clock or SystemClock(), still=self.still)
        return Entrance(
            keeper=keeper, sessions=sessions, announce=self.told.append, port=5000, secure=secure
        )


def shelf(file: Path, book: str = BOOK, year: int = 2026) -> Shelf:
    """Name a journal's book and year."""
    return Shelf(book=book, year=year, file=file)


def browser(
    shelves: Sequence[Shelf],
    folder: Path,
    *,
    pages: Pages | None = None,
    entrance: Entrance | None = None,
    where: Where | None = None,
) -> Client:
    """Make the application and a browser that does not know anybody yet."""
    folder.mkdir(parents=True, exist_ok=True)
    made = application(
        shelves, pages or Pages(), entrance or Porter().entrance(), folder=folder, where=where
    )
    return Client(made)


def at_home(files: Sequence[Path], folder: Path, pages: Pages | None = None) -> Client:
    """Make the application over journals, and a browser that came in by the one-time link."""
    entrance = Porter().entrance()
    client = browser([shelf(file) for file in files], folder, pages=pages, entrance=entrance)
    answer = client.get("/login", base_url=HERE, query_string={"token": entrance.link()})
    assert answer.status_code == 303, answer.text
    return client


def sign_in(client: Client, name: str, password: str, base_url: str = HERE) -> TestResponse:
    """Fill in the login form as a browser does."""
    form = client.get("/login", base_url=base_url).text
    ticket = form.partition('name="ticket" value="')[2].partition('"')[0]
    words = {"ticket": ticket, "name": name, "password": password, "next": ""}
    return client.post("/login", base_url=base_url, data=words)
