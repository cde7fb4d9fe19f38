"""An account that is too large for one page opens at its newest month, or day."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ledger.formats.journals.beancount import write
from ledger.web import serve_large
from ledger.web.serve_large import LINES_MAX, span_of
from tests.browse import HERE, at_home
from tests.journal_samples import ordinary_year

if TYPE_CHECKING:
    from pathlib import Path

BOOK = "兰州市职工医保-2026年-医保预付金"
BANK = "A资产:1004-支出户存款"


@pytest.mark.parametrize(
    ("days", "span"),
    [
        ({"2026-03-01": 9000, "2026-12-01": 700, "2026-12-20": 800}, "2026-12"),
        ({"2026-12-01": LINES_MAX, "2026-12-20": 1}, "2026-12-20"),
        ({"2026-12-31": 99_999}, "2026-12-31"),
    ],
)
def test_the_newest_month_or_the_newest_day(days: dict[str, int], span: str) -> None:
    assert span_of(Counter(days)) == span


def test_the_page_leads_there_and_a_script_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve_large, "LINES_MAX", 2)
    write(ordinary_year(), tmp_path / "year")
    client = at_home([tmp_path / "year" / "main.beancount"], tmp_path / "view")
    page = client.get(f"/{BOOK}/account/{BANK}/", base_url=HERE)
    assert page.status_code == 302
    to = page.headers["Location"]
    assert "time=2026-" in to
    assert client.get(to, base_url=HERE).status_code == 200
    report = f"/{BOOK}/api/account_report"
    told = client.get(report, base_url=HERE, query_string={"a": BANK})
    assert told.status_code == 403
    assert told.json is not None
    assert "时间" in told.json["error"]
    span = to.partition("time=")[2]
    answer = client.get(report, base_url=HERE, query_string={"a": BANK, "time": span})
    assert answer.status_code == 200
