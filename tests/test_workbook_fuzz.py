"""Mutated workbooks and CSVs: a verdict or rows, never a traceback, never half a file."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.intake.template import columns_of
from ledger.intake.template_file import template_bytes
from ledger.reports.vouchers.recorded import record_file
from ledger.workflow.drafting.review import drafts_of
from tests.office import EMPLOYEE, FIRST
from tests.workbooks import filled_row, packed, parts, text_row, write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value
    from tests.office import Office

#: PREPAY_FUZZ asks for more; the long run is 50000.
CASES = int(os.environ.get("PREPAY_FUZZ", "2000"))
SECONDS_MAX = 10
JUNK: tuple[Value, ...] = (
    "",
    "#REF!",
    -1,
    0,
    1.005,
    1e300,
    True,
    "甲\u200b乙",
    "'",
    "；：;:",
    "示例",
)
NOISE = (b"\x00", b"\xff\xfe", b"<c ", b'"', b"&#x1F;", b"<!", b"999999999", b"-1", b"e309", b"]]>")


def seeds(tmp_path: Path) -> list[bytes]:
    """Give valid files to spoil: a template, a filled workbook, one of plain parts."""
    template = tmp_path / "t.xlsx"
    template.write_bytes(template_bytes("disbursement"))
    headings = [column.heading for column in columns_of("disbursement")]
    rows = [[f"格{r}-{c}" for c in range(len(headings))] for r in range(8)]
    filled = write_sheet(tmp_path / "f.xlsx", [headings, *rows])
    body = text_row(1, "业务编号", "业务类型", "摘要") + text_row(2, "A-1", "拨付", "说明")
    plain = packed(parts(body), tmp_path / "p.xlsx")
    return [template.read_bytes(), filled.read_bytes(), plain.read_bytes()]


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Spoil bytes in one to four places: flipped, cut out, doubled, or written over with noise."""
    whole = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(whole) or 1)
        how = chance.randrange(4)
        if how == 0:
            whole[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            del whole[at : at + chance.randint(1, 40)]
        elif how == 2:
            whole[at:at] = whole[at : at + chance.randint(1, 40)]
        else:
            noise = chance.choice(NOISE)
            whole[at : at + len(noise)] = noise
    return bytes(whole)


def spoilt_part(chance: random.Random, path: Path) -> bytes:
    """Spoil the XML inside a workbook, and pack it well: only the content is wrong then."""
    cells = [
        text_row(n, "业务编号" if n == 1 else f"A-{n}", "业务类型", "摘要") for n in range(1, 5)
    ]
    whole = parts("".join(cells), strings="<si><t>文字</t></si>")
    name = chance.choice(sorted(whole))
    whole[name] = spoilt(whole[name], chance)
    return packed(whole, path).read_bytes()


def try_reading(path: Path) -> str:
    """Read a file; give what became of it, and fail where it takes too long."""
    began = time.monotonic()
    try:
        file = read_file(path, event_headings())
    except Refused as refusal:
        outcome = refusal.findings[0].code
    else:
        outcome = "read"
        assert all(f.row is not None for f in file.findings), "a finding names its row"
    assert time.monotonic() - began < SECONDS_MAX
    return outcome


def test_spoilt_workbooks_are_refused_or_read_and_nothing_else(tmp_path: Path) -> None:
    whole = seeds(tmp_path)
    path = tmp_path / "糊.xlsx"
    outcomes: dict[str, int] = {}
    for number in range(CASES):
        chance = random.Random(number)
        content = (
            spoilt_part(chance, tmp_path / "z.xlsx")
            if number % 2
            else spoilt(chance.choice(whole), chance)
        )
        path.write_bytes(content)
        outcome = try_reading(path)
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert outcomes["WORKBOOK_DAMAGED"] > CASES / 10
    assert outcomes["read"] > CASES / 100


def test_spoilt_csvs_are_refused_or_read_and_nothing_else(tmp_path: Path) -> None:
    text = "业务编号,业务类型,日期,金额,银行回单号\n" + "甲-1,拨付,2026-03-01,100.00,HD\n" * 5
    path = tmp_path / "糊.csv"
    for number in range(CASES // 4):
        chance = random.Random(number)
        path.write_bytes(spoilt(text.encode(chance.choice(["utf-8", "gb18030"])), chance))
        assert try_reading(path)


def test_spoilt_cells_leave_all_rows_of_a_file_or_none(office: Office) -> None:
    office.fund()
    office.permit(FIRST, 2026)
    office.on("2026-03-25")
    office.desk.operator = "制单乙"
    headings = list(filled_row(1))
    recorded = 0
    for number in range(40):
        chance = random.Random(number)
        rows: list[list[Value]] = []
        for day in range(1, 5):
            given = filled_row(day) | {
                "业务编号": f"甲-{number}-{day}",
                "银行回单号": f"回单{number}-{day}",
            }
            rows.append([given[heading] for heading in headings])
        if chance.random() < 0.8:
            row, place = chance.randrange(4), chance.randrange(len(headings))
            rows[row][place] = chance.choice(JUNK)
        path = write_sheet(office.folder / f"第{number}份.xlsx", [headings, *rows])
        outcome = record_file(office.desk, path, dry_run=False)
        recorded += 0 if outcome.exit_code else 4
        assert len(drafts_of(office.desk, EMPLOYEE)) == recorded
        assert bool(outcome.refusals) == bool(outcome.exit_code)
        assert all(finding.row in range(2, 6) for finding in outcome.refusals)
    assert 0 < recorded < 160
