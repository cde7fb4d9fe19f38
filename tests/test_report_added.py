"""Adding a report touches one file: its module says what it is, and everything else follows.

The guide is docs/house-add-report.md, which begins with the report of this test.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pkgutil import walk_packages
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
    from pathlib import Path

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
            title=REPORT.title,
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


def test_every_module_that_is_a_report_is_in_the_registry_as_it_says_of_itself() -> None:
    """What the registry reads from a module's text is what the module is when it is loaded."""
    loaded = [
        import_module(module.name)
        for module in walk_packages(reports.__path__, f"{reports.__name__}.")
    ]
    kinds = [module.REPORT for module in loaded if hasattr(module, "REPORT")]
    listed = report_kinds()
    assert {kind.name for kind in kinds} == set(listed)
    for kind in kinds:
        assert replace(listed[kind.name], draw=kind.draw) == kind


def test_the_help_loads_neither_a_report_nor_the_database() -> None:
    """Listing is quick because it reads texts; what a report needs is loaded when it is drawn."""
    program = (
        "import sys\n"
        "from cli import main\n"
        "main(['report', '--help'], standalone_mode=False)\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'sqlalchemy', 'fava'}))\n"
        "print([name for name in sys.modules if name.startswith('ledger.store')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-2:] == ["[]", "[]"]
    assert "trial-balance" in done.stdout


def test_reports_name_only_words_that_are_options_and_stand_in_places_of_their_own() -> None:
    words = {option.word for option in OPTIONS}
    assert words == {name for name in ReportAsked.__slots__ if name not in ("book", "sees")}
    named = {option.word for option in OPTIONS if not option.always}
    kinds = report_kinds().values()
    assert [kind.name for kind in kinds if not set(kind.words) <= named] == []
    for place in ("listed", "help_at", "menu"):
        places = [getattr(kind, place) for kind in kinds]
        assert len(set(places)) == len(places), place
