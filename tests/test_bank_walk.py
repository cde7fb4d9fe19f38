"""The walk: 兰州's December 2025 beside the bank's file, from a refused file to a closed month.

The demo's own year is played up to the close of December; then the bank's file comes in. What
the bank saw differs from the books in eight ways (tests/bank_december.py).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import Refused
from ledger.basis.identity import Identity
from ledger.basis.money import parse_fen, yuan
from ledger.store.engine import open_engine, reading
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.bank_desk import read_sides
from ledger.workflow.bank.draw import Entered
from ledger.workflow.bank.marks import confirm
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.bank.propose import propose_rows
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.sign import sign
from sample.stage import Stage
from sample.story import sample_story
from sample.verbs import play
from tests.bank_december import OPENING, STRANGER, Print, csv_text, december_prints, rows_of
from tests.office import raw
from tests.sample_story import AREA, EMPLOYEE, OFFICE_OF, ZHIYUAN_ORTHOPAEDIC

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ledger.workflow.bank.bank_desk import BothSides

PEOPLE = OFFICE_OF[AREA]
CASHIER = "苏晓棠"


@pytest.fixture
def december(url: str, tmp_path: Path) -> Iterator[Desk]:
    """Give 兰州's books on 6 January 2026, with everything posted and December still open.

    Nobody has a key here: this walk is about the bank.
    """
    mine = [step for step in sample_story() if step.office.area == AREA]
    story = [step for step in mine if step.verb != "operator switch-on"]
    clock = ScriptedClock(story[0].day)
    desk = Desk(engine=open_engine(url), clock=clock, identity=Identity(clock, seed=1))
    for step in story:
        if step.words.get("period") == "2025-12":
            break
        clock.set(step.day, step.hour)
        play(Stage(desk=desk, root=tmp_path / "journals"), step)
    clock.set(date(2026, 1, 6))
    yield desk
    desk.engine.dispose()


def both(desk: Desk) -> BothSides:
    with reading(desk.engine) as conn:
        return read_sides(conn, EMPLOYEE, "1004")


def run(desk: Desk) -> tuple[int, int, int]:
    """勾对 the 支出户: how many lines were matched, are proposed, stay open."""
    desk.operator = CASHIER
    (done,) = match_accounts(desk, EMPLOYEE, account="1004")
    return done.matched, done.proposed, done.lines_open


def post(desk: Desk, rows: list[dict[str, str]] | None = None) -> None:
    """制单 rows, then 审核 and 记账 what waits."""
    if rows:
        desk.operator = PEOPLE.preparer
        record(desk, raw(rows, "补记.jsonl"))
    desk.operator = PEOPLE.approver
    approve(desk, (), book=EMPLOYEE)
    desk.operator = PEOPLE.chief
    post_drafts(desk, (), book=EMPLOYEE)


def bring(desk: Desk, rows: list[list[str]], path: Path) -> None:
    """Import December: a refused file, one with a doubled row, and that one again."""
    # The first file that the bank sent lacks two lines and has a wrong 分: both are named.
    wrong = [list(row) for row in rows]
    wrong[10][5] = wrong[10][5][:-1] + ("2" if wrong[10][5][-1] == "1" else "1")
    del wrong[3:5]
    path.write_text(csv_text(wrong), encoding="gb18030", newline="")
    desk.operator = CASHIER
    with pytest.raises(Refused) as error:
        import_statement(desk, EMPLOYEE, "1004", path)
    assert [finding.code for finding in error.value.findings] == ["RUNNING_BALANCE"] * 2

    # The second has a row twice, which is dropped; imported again it brings nothing.
    path.write_text(csv_text([*rows[:7], *rows[6:]]), encoding="gb18030", newline="")
    done = import_statement(desk, EMPLOYEE, "1004", path)
    assert (len(done.fresh), len(done.doubled)) == (len(rows), 1)
    assert not import_statement(desk, EMPLOYEE, "1004", path).fresh


def matched(desk: Desk, count: int) -> None:
    """勾对: nearly all is sure, one pair waits for a person."""
    # All but five lines are sure, the three hospitals of one transfer among them; the money that
    # went to 禾康, came back and went again is a pair for a person to confirm.
    assert run(desk) == (count - 5, 1, 5)
    (pair,) = [mark for mark in both(desk).marks if mark.state == "proposed"]
    assert (pair.rule, len(pair.lines), pair.units) == ("bounced", 2, ())
    confirm(desk, EMPLOYEE, [pair.number])
    rules = [mark.rule for mark in both(desk).marks if mark.in_force]
    assert rules.count("one-to-many") == 1


def recorded(desk: Desk) -> None:
    """Record what the bank has and our books have not, and put the wrong 分 right."""
    # What is left: the wrong 分, 知远骨科's money of the 25th and a stranger's. December is open
    # still: the hospital's 返还 and the stranger's 暂收 are recorded as proposed.
    proposed = propose_rows(desk, EMPLOYEE, account="1004")
    told = {row["kind"]: row for row in proposed.rows}
    assert told["repayment"]["hospital"] == ZHIYUAN_ORTHOPAEDIC
    assert told["repayment"]["amount"] == "1450000.00"
    assert (told["suspense"]["counterparty"], told["suspense"]["amount"]) == (STRANGER, "88000.00")
    assert (len(proposed.rows), proposed.left) == (2, 1)
    post(desk, [dict(row) for row in proposed.rows])
    assert run(desk) == (2, 0, 1)

    # The bank's paper is right about the 分: a difference voucher puts our books right.
    desk.operator = PEOPLE.preparer
    right = raw([{"amount": "42318.76"}], "更正.jsonl")
    day = date(2025, 12, 31)
    correct(desk, EMPLOYEE, ["2025-12 记-0011"], reason="与回单差一分", right=right, day=day)
    post(desk)
    assert run(desk) == (1, 0, 0)


def adjusted(desk: Desk, prints: list[Print]) -> None:
    """Draw the 余额调节表 beside the one on paper, and submit it."""
    # On paper (元), for 31 December:
    #   the statement ends on                                        2,330,806.78
    #   + 红古区霞滩镇卫生院, in the bank on 2 January                        10,000.00
    #   − the second 上解, which the bank carried out on 4 January       802,806.79
    #   adjusted                                                     1,537,999.99
    #   our books: 0.00 + 1,450,000.00 + 88,000.00 − 0.01          = 1,537,999.99
    desk.operator = PEOPLE.preparer
    (drawn,) = adjust(
        desk, EMPLOYEE, "2025-12", entered=Entered(statement="2,330,806.78"), submit=True
    )
    assert yuan(OPENING + sum(line.net_fen for line in prints)) == "2330806.78"
    assert drawn.figures.bank_adjusted_fen == drawn.figures.book_adjusted_fen
    assert yuan(drawn.figures.book_fen) == "1537999.99"
    assert parse_fen("2330806.78") + 1_000_000 - 80_280_679 == parse_fen("1537999.99")
    assert [(item["kind"], item["amount"]) for item in drawn.content["items"]] == [
        ("book-in", "10000.00"),
        ("book-out", "-802806.79"),
    ]


def closed(desk: Desk) -> None:
    """Close December, once a second person has approved."""
    # The month does not close before a second person has approved; then it does.
    desk.operator = CASHIER
    sign(desk, (), book=EMPLOYEE)
    desk.operator = PEOPLE.chief
    with pytest.raises(Refused) as error:
        close_month(desk, "2025-12", book=EMPLOYEE)
    assert [finding.code for finding in error.value.findings] == ["RECONCILIATION_MISSING"]
    desk.operator = PEOPLE.approver
    approve_sheets(desk, EMPLOYEE, "2025-12")
    desk.operator = PEOPLE.chief
    (done,) = close_month(desk, "2025-12", book=EMPLOYEE)
    assert [one.account for one in done.reconciled if not one.open] == ["1004"]


def settled_in_january(desk: Desk, prints: list[Print], path: Path) -> None:
    """Let January's file settle what December left open."""
    # January's file settles both.
    later = [
        replace(
            prints[0],
            day=date(2026, 1, 2),
            net_fen=1_000_000,
            name="红古区霞滩镇卫生院",
            serial="",
            account="",
        ),
        replace(
            prints[0],
            day=date(2026, 1, 4),
            net_fen=-80_280_679,
            name="兰州市财政局",
            serial="",
            account="",
            summary="上解",
        ),
    ]
    path.write_text(csv_text(rows_of(later, 233_080_678)), encoding="gb18030", newline="")
    desk.operator = CASHIER
    import_statement(desk, EMPLOYEE, "1004", path)
    sure, waiting, _ = run(desk)
    assert sure + waiting == 2
    confirm(desk, EMPLOYEE, [m.number for m in both(desk).marks if m.state == "proposed"])
    (january,) = adjust(desk, EMPLOYEE, "2026-01", entered=Entered())
    assert (january.content["items"], len(january.content["settled"])) == ([], 2)


def test_december_is_reconciled_to_nothing_unexplained(december: Desk, tmp_path: Path) -> None:
    desk = december
    with reading(desk.engine) as conn:
        prints = december_prints(conn)
    rows = rows_of(prints)
    bring(desk, rows, tmp_path / "十二月.csv")
    matched(desk, len(rows))
    recorded(desk)
    adjusted(desk, prints)
    closed(desk)
    settled_in_january(desk, prints, tmp_path / "一月.csv")
    assert not [f for result in verify(desk, book=EMPLOYEE) for f in result.findings]
