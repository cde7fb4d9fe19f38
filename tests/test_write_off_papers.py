"""核销的依据 are the papers that the profile lists: a local layer may ask for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.drafting.record import record
from ledger.workflow.setup.masters import initialise
from tests.office import FIRST, Office, raw

if TYPE_CHECKING:
    from ledger.basis.errors import Finding

TOWN = """layer: town
title: 某市核销办法
parent: gansu
from: 2026-01-01
values:
  write_off_papers:
    value: [court-document, government-approval, write-off-request]
    clause: 某市·一
    items: [G-44]
"""


def refusals(office: Office, profile: str, area: str) -> list[Finding]:
    """Try to write off in a new book of a profile, and give the refusals about papers."""
    office.desk.operator = "管理员甲"
    initialise(office.desk, area=area, name="嘉峪关市", profile=profile, start="2026-01")
    words = {"hospital": FIRST, "year": "2026", "amount": "1.00", "date": "2026-11-20"}
    row = office.row("write-off", **words) | {"area": area}
    office.desk.operator = "制单乙"
    with pytest.raises(Refused) as caught:
        record(office.desk, raw([row], "rows.jsonl"))
    return [one for one in caught.value.findings if one.code == "PAPER_MISSING"]


def test_a_local_layer_asks_for_one_more_paper(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a server the office's own profiles stand in the working folder.
    monkeypatch.chdir(office.folder)
    (office.folder / "profiles").mkdir()
    (office.folder / "profiles" / "town.yaml").write_text(TOWN, "utf-8")

    assert refusals(office, "gansu", "620300") == []
    (lacking,) = refusals(office, "town", "620200")
    assert lacking.clause == "某市·一"
    assert "核销请示" in lacking.message
