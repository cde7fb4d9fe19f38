"""People who log in at commands: keys at the least cost, and a clock and a machine handed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ledger.basis.clock import CHINA_STANDARD_TIME
from ledger.commands import door
from ledger.store.engine import writing
from ledger.workflow.setup.keys import new_key
from tests.office import LEAST_COST, PASSWORD

if TYPE_CHECKING:
    import pytest

    from ledger.workflow.desk import Desk

MORNING = datetime(2026, 1, 5, 9, tzinfo=CHINA_STANDARD_TIME)
STATION = "审核丙@三楼电脑"


@dataclass(slots=True)
class HandClock:
    """A clock that stands until a test moves it."""

    at: datetime = MORNING

    def now(self) -> datetime:
        """Return the moment that it was set to."""
        return self.at

    def later(self, **words: float) -> None:
        """Move on."""
        self.at += timedelta(**words)


def give_key(desk: Desk, name: str, password: str = PASSWORD) -> None:
    """Make a key for somebody, as two people will."""
    with writing(desk.engine, ()) as conn:
        new_key(desk, conn, name, password)


def hand_in(monkeypatch: pytest.MonkeyPatch, clock: HandClock, station: str = STATION) -> None:
    """Let commands in this process use a clock, a machine and the least cost."""
    plain = door.desk_at

    def handed(database: str, operator: str = "") -> Desk:
        return replace(
            plain(database, operator), clock=clock, station=station, hash_cost=LEAST_COST
        )

    monkeypatch.setattr(door, "desk_at", handed)
