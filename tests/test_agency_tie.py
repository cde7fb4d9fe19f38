"""The tie between two agencies: what does not agree first, from either side, in transit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli import main
from ledger.basis.terms import FUNDS
from ledger.formats.files import csv_text
from ledger.formats.terminal import save_all
from tests.two_levels import (
    CITY,
    CITY_BOOK,
    COUNTY_BOOK,
    down,
    open_two_levels,
    pairs,
    received,
    tie,
)
from tests.workbooks import sheet_values

if TYPE_CHECKING:
    from pathlib import Path

    from tests.office import Office


def test_the_tie_shows_what_does_not_agree_first(office: Office) -> None:
    open_two_levels(office)
    office.post(
        down(office, "500.00", "2026-02-10"),
        received(office, "500.00", "2026-02-10"),
        down(office, "70.00", "2026-02-10", fund="resident"),
        down(office, "30.00", "2026-02-10", lower_area="620721"),
    )

    report = tie(office, period="2026-02")

    assert [list(row.cells) for row in report.rows] == [
        [FUNDS["resident"], "620700 张掖市", "620702 甘州区", 7000, 0, 7000, "不符"],
        [FUNDS["employee"], "620700 张掖市", "620721", 3000, None, None, "另一方不在本库"],
        [FUNDS["employee"], "620700 张掖市", "620702 甘州区", 50000, 50000, 0, "相符"],
    ]
    assert [row.mark for row in report.rows] == ["alert", "", ""]
    (alert,) = report.alerts
    assert "70.00" in alert
    assert report.tree["agreed"] is False


def test_the_tie_is_made_from_the_lower_side_too(office: Office) -> None:
    open_two_levels(office)
    office.post(
        received(office, "500.00", "2026-02-10"),
        received(office, "40.00", "2026-02-11", upper_area="620000"),
    )

    shown = pairs(tie(office, book=COUNTY_BOOK, period="2026-02"))

    figures = ("upper_area", "upper_balance", "lower_balance", "difference", "result")
    assert [tuple(pair[name] for name in figures) for pair in shown] == [
        (CITY, "0.00", "500.00", "-500.00", "unequal"),
        ("620000", None, "40.00", None, "one-sided"),
    ]
    assert [
        pair["upper_area"] for pair in pairs(tie(office, book=CITY_BOOK, period="2026-02"))
    ] == [CITY]


def test_money_in_transit_ties_again_on_the_day_it_is_booked_below(office: Office) -> None:
    open_two_levels(office)
    office.post(
        down(office, "500.00", "2026-02-10"),
        received(office, "500.00", "2026-02-12"),
    )

    results = {
        day: [pair["result"] for pair in pairs(tie(office, as_of=day))]
        for day in ("2026-02-09", "2026-02-10", "2026-02-12", "2026-02-28")
    }

    assert results == {
        "2026-02-09": [],
        "2026-02-10": ["unequal"],
        "2026-02-12": ["equal"],
        "2026-02-28": ["equal"],
    }


def test_the_tie_from_the_command_line_tells_and_does_not_refuse(office: Office) -> None:
    open_two_levels(office)
    office.post(down(office, "500.00", "2026-02-10"))
    url = office.desk.engine.url.render_as_string(hide_password=False)
    words = ["--database", url, "report", "agency-tie", "--period", "2026-02"]

    table = CliRunner().invoke(main, words)
    tree = json.loads(CliRunner().invoke(main, [*words, "--format", "json"]).stdout)

    assert (table.exit_code, table.stderr) == (0, "")
    assert "上下级不符" in table.stdout
    assert tree["as_of"] == "2026-02-28"
    assert [pair["difference"] for pair in tree["pairs"]] == ["500.00"]
    assert (
        csv_text(tie(office, period="2026-02")).splitlines()[1].endswith(",500.00,0.00,500.00,不符")
    )


def test_the_tie_can_be_kept_as_a_workbook(office: Office, tmp_path: Path) -> None:
    open_two_levels(office)
    office.post(down(office, "500.00", "2026-02-10"), received(office, "400.00", "2026-02-10"))
    path = tmp_path / "核对.xlsx"

    save_all([tie(office, period="2026-02")], "xlsx", path)

    values = [value for row in sheet_values(path) for value in row]
    assert "不符" in values
    assert 100.0 in values
