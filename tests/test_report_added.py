"""Adding a report touches one file: its module says what it is, and everything else follows.

The guide is "How to add a report" in docs/house.md; the report of this test is the one there.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from ledger import reports
from ledger.reports.kind import OPTIONS, ReportAsked
from ledger.reports.registry import menu, report_kinds
from ledger.web.pages import Wanted
from ledger.web.readers import pages_of
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.office import Office

SMALL = '''
"""凭证张数: how many vouchers a month has; small enough to show how a report is made."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.formats.report import Column, Report, book_line, named_row
from ledger.reports.asking import by_book
from ledger.reports.kind import ReportKind
from ledger.store.vouchers.vouchers import Span, read_vouchers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.reports.asking import Inquiry

COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "month": Column(heading="月份"),
        "count": Column(heading="张数", align="right"),
    }
)


def voucher_counts(inquiry: Inquiry) -> list[Report]:
    """Count the vouchers of a month."""
    book, month = inquiry.book, inquiry.month
    first = inquiry.asked.first or month
    count = len(read_vouchers(inquiry.conn, book.code, Span(first=first, last=month)))
    return [
        Report(
            title="凭证张数",
            subtitle=(book_line(book),),
            columns=tuple(COLUMNS.values()),
            rows=(named_row(COLUMNS, {"month": month, "count": count}),),
            tree={"book": book.code, "period": month, "vouchers": count},
        )
    ]


REPORT = ReportKind(
    name="voucher-counts",
    title="凭证张数",
    draw=by_book(voucher_counts),
    words={"first": "起始月份"},
)
'''


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lay the report's one file into the room, for this test."""
    (tmp_path / "voucher_counts.py").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(reports, "__path__", [*reports.__path__, str(tmp_path)])
    report_kinds.cache_clear()
    yield
    sys.modules.pop("ledger.reports.voucher_counts", None)
    report_kinds.cache_clear()


def said(office: Office, *words: str) -> str:
    """Run a report's command and return what it says."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    done = CliRunner().invoke(main, ["--database", url, "--book", EMPLOYEE, "report", *words])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.usefixtures("added")
def test_a_report_of_one_file_is_in_list_help_json_and_menu(year_office: Office) -> None:
    assert list(report_kinds())[-1] == "voucher-counts"
    assert "凭证张数" in said(year_office, "voucher-counts")
    tree = json.loads(
        said(year_office, "voucher-counts", "--period", "2026-03", "--format", "json")
    )
    assert tree["period"] == "2026-03"
    assert tree["vouchers"] > 0
    text = said(year_office, "--help")
    assert "voucher-counts 凭证张数" in text
    assert "凭证张数：起始月份。" in text
    assert menu()[-1] == ("voucher-counts", "凭证张数")
    wanted = Wanted(book=EMPLOYEE, year=2026, words={"report": "voucher-counts"})
    (page,) = pages_of(year_office.desk).readers["books"](wanted).reports
    assert page.title == "凭证张数"


@pytest.mark.usefixtures("added")
def test_a_word_that_it_does_not_name_is_refused(year_office: Office) -> None:
    url = year_office.desk.engine.url.render_as_string(hide_password=False)
    words = ["--database", url, "report", "voucher-counts", "--year", "2026"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert "voucher-counts 不用 --year" in done.stderr


def test_every_module_that_says_report_is_in_the_registry() -> None:
    """The listing of modules finds them all: what the source says and what is collected agree."""
    root = Path(next(iter(reports.__path__)))
    written = set()
    for path in root.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "REPORT":
                assert isinstance(node.value, ast.Call)
                name = next(word.value for word in node.value.keywords if word.arg == "name")
                written.add(ast.literal_eval(name))
    assert written == set(report_kinds())


def test_reports_name_only_words_that_are_options_and_stand_in_places_of_their_own() -> None:
    words = {option.word for option in OPTIONS}
    assert words == {name for name in ReportAsked.__slots__ if name not in ("book", "sees")}
    named = {option.word for option in OPTIONS if not option.always}
    kinds = report_kinds().values()
    assert [kind.name for kind in kinds if not set(kind.words) <= named] == []
    for place in ("listed", "help_at", "menu"):
        places = [getattr(kind.places, place) for kind in kinds]
        assert len(set(places)) == len(places), place
