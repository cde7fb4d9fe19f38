"""Commands as somebody types them, at a terminal or not, and the drafts that they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from cli import main
from ledger.commands import door, drafting
from ledger.reports.vouchers.draft_list import drafts
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    import pytest
    from click.testing import Result

    from tests.office import Office


def on_the_line(
    office: Office, monkeypatch: pytest.MonkeyPatch, *words: str, typed: str | None
) -> Result:
    """Run a command at the office's hour; `typed` is what somebody at a terminal answers."""
    desk = replace(office.desk, operator="制单乙")
    monkeypatch.setattr(door, "desk_at", lambda *_: desk)
    monkeypatch.setattr(drafting, "on_terminal", lambda: typed is not None)
    url = office.desk.engine.url.render_as_string(hide_password=False)
    options = ["--database", url, "--as", "制单乙", "--book", EMPLOYEE]
    return CliRunner().invoke(main, [*options, *words], input=typed)


def drafted(office: Office) -> list[Any]:
    """List the drafts as machines read them."""
    tree: Any = drafts(office.desk, "")[0].tree
    found: list[Any] = tree["drafts"]
    return found
