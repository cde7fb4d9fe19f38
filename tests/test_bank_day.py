"""What was held is a hospital's return on the day on which the bank had it, not when it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.drafting.enter import enter
from tests.cases import only, receipt, refused
from tests.office import EMPLOYEE, FIRST, Office, codes
from tests.templates import kept
from tests.typed import drafted, on_the_line

if TYPE_CHECKING:
    from ledger.basis.errors import Finding

PAYER = "城关示范医院后勤服务公司"
DATE = "date 日期"


@kept
def held(office: Office) -> Office:
    """Give books of 29 December with 600.00 owed, and as much held since 20 December."""
    office.fund()
    office.post(office.pay(FIRST, "600.00"), came(office, "暂-1", "2026-12-20", "600.00"))
    office.on("2026-12-29")
    return office


def came(office: Office, key: str, day: str, amount: str) -> dict[str, object]:
    """Write the row of money that came from nobody knows whom."""
    papers = [receipt(f"回-{key}", day=day)]
    return office.row(
        "suspense", key=key, date=day, amount=amount, to="1004", counterparty=PAYER, papers=papers
    )


def told(office: Office, day: str, amount: str = "600.00", **words: object) -> dict[str, object]:
    """Write the row that tells it apart as the hospital's return."""
    given = {"counterparty": PAYER, "hospital": FIRST, "year": "2026", **words}
    return office.row("suspense-out", date=day, amount=amount, **given)


def warned(office: Office, row: dict[str, object]) -> list[Finding]:
    """Say what is remarked on a row that is taken."""
    return list(office.record(row, dry_run=True).warnings)


def test_a_return_in_time_is_not_made_late_by_the_day_of_the_telling(held: Office) -> None:
    finding = only(refused(held, told(held, "2026-12-28")))

    assert (finding.code, finding.field, finding.permission) == ("BANK_DAY", "date 日期", False)
    assert "“暂-1” 2026-12-20 到账 600.00，本笔写的是 2026-12-28" in finding.message
    assert "返还期限 2026-12-25 在两者之间" in finding.message
    assert "日期填银行到账日 2026-12-20" in finding.remedy
    held.post(told(held, "2026-12-20"))
    assert held.faults(EMPLOYEE) == []


def test_where_nothing_hangs_on_it_both_days_are_shown(held: Office) -> None:
    finding = only(warned(held, told(held, "2026-12-22")))

    assert finding.code == "BANK_DAY"
    assert "2026-12-20 到账 600.00，本笔写的是 2026-12-22" in finding.message


def test_the_banks_day_itself_is_no_news(held: Office) -> None:
    assert warned(held, told(held, "2026-12-20")) == []


def test_of_several_receipts_the_one_of_the_same_amount_is_meant(held: Office) -> None:
    held.post(came(held, "暂-2", "2026-12-27", "50.00"))

    late = only(refused(held, told(held, "2026-12-27")))

    assert "“暂-1” 2026-12-20" in late.message
    assert "暂-2" not in late.message
    assert warned(held, told(held, "2026-12-27", "50.00")) == []


def test_of_several_receipts_the_one_whose_paper_is_cited_is_meant(held: Office) -> None:
    held.post(came(held, "暂-2", "2026-12-27", "600.00"))
    of_the_first = [receipt("回-暂-1", day="2026-12-20")]

    assert "BANK_DAY" in codes(refused(held, told(held, "2026-12-27", papers=of_the_first)))
    assert warned(held, told(held, "2026-12-27")) == []


def test_of_several_that_cannot_be_told_all_that_are_open_are_listed(held: Office) -> None:
    held.post(came(held, "暂-2", "2026-12-27", "50.00"))

    finding = only(refused(held, told(held, "2026-12-28", "30.00")))

    assert "“暂-1” 2026-12-20" in finding.message
    assert "“暂-2” 2026-12-27" in finding.message
    assert "2026-12-20 或 2026-12-27" in finding.remedy


def test_what_was_told_apart_before_is_not_meant_any_more(held: Office) -> None:
    held.post(told(held, "2026-12-20"), came(held, "暂-2", "2026-12-27", "50.00"))
    held.post(held.pay(FIRST, "50.00", day="2026-12-21"))

    finding = only(warned(held, told(held, "2026-12-28", "50.00")))

    assert "暂-1" not in finding.message
    assert "“暂-2” 2026-12-27" in finding.message


def test_a_refund_has_its_own_day(held: Office) -> None:
    words = {"hospital": "", "year": "", "refund": "是", "from": "1004"}
    row = told(held, "2026-12-28", papers=[receipt("退-1", day="2026-12-28")], **words)

    assert warned(held, row) == []


def test_a_wrong_day_of_before_is_corrected(held: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older release took it; the correction to the bank's day is not in its own way."""
    monkeypatch.setattr("ledger.events.booked.suspense_out.bank_day_findings", lambda *_: ())
    held.post(told(held, "2026-12-28", key="转"))
    monkeypatch.undo()

    held.correct("转", right=[{"date": "2026-12-20"}])
    held.post()

    assert held.faults(EMPLOYEE) == []


BY_HAND = {"amount": "600.00", "counterparty": PAYER, "hospital": FIRST, "year": "2026"}


def typed_by_hand(office: Office, **words: str) -> tuple[str, list[Finding]]:
    """Enter the telling without a day and with nobody to ask: its draft's day, what is said."""
    office.desk.operator = "制单乙"
    result = enter(office.desk, "suspense-out", BY_HAND | words, papers=(), book=EMPLOYEE)
    return drafted(office)[-1]["date"], list(result.warnings)


def test_by_hand_without_a_day_the_banks_only_one_is_taken_and_said(held: Office) -> None:
    day, said = typed_by_hand(held)

    assert day == "2026-12-20"
    assert [finding.code for finding in said] == ["BANK_DAY"]
    assert said[0].message == (
        f"没有写日期，按银行到账日 2026-12-20：{PAYER}的暂收款“暂-1” 2026-12-20 到账 600.00；"
        "今天是 2026-12-29"
    )


def test_by_hand_a_draft_counts_as_held(held: Office) -> None:
    held.record(came(held, "暂-2", "2026-12-23", "70.00"))

    assert typed_by_hand(held, amount="70.00")[0] == "2026-12-23"


def test_by_hand_of_several_days_none_is_taken_and_all_are_named(held: Office) -> None:
    held.post(came(held, "暂-2", "2026-12-27", "600.00"))

    with pytest.raises(Refused) as caught:
        typed_by_hand(held)

    finding = only(list(caught.value.findings))
    assert (finding.code, finding.field, caught.value.exit_code) == ("WORD_MISSING", DATE, 2)
    assert "“暂-1” 2026-12-20 到账 600.00、“暂-2” 2026-12-27 到账 600.00" in finding.message
    assert "2026-12-20 或 2026-12-27" in finding.remedy
    assert drafted(held) == []


def test_by_hand_a_refund_still_wants_its_day(held: Office) -> None:
    refund = {"hospital": "", "year": "", "refund": "是", "from": "1004"}

    with pytest.raises(Refused) as caught:
        typed_by_hand(held, **refund)

    assert [finding.message for finding in caught.value.findings] == ["缺少日期（date）"]


def test_the_help_of_the_command_says_when_the_day_may_be_left_out(
    held: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = on_the_line(held, monkeypatch, "enter", "suspense-out", "--help", typed="").output
    assert "退款的必填；认定为返还的可不写，用银行到账日" in said.replace("\n", "").replace(" ", "")
    assert "日期（必填）" not in said


@pytest.mark.parametrize(("typed", "day"), [("\n", "2026-12-20"), ("2026-12-22\n", "2026-12-22")])
def test_on_a_terminal_both_days_are_shown_and_the_banks_is_proposed(
    held: Office, monkeypatch: pytest.MonkeyPatch, typed: str, day: str
) -> None:
    words = [word for name, value in BY_HAND.items() for word in (f"--{name}", value)]

    done = on_the_line(held, monkeypatch, "enter", "suspense-out", *words, typed=typed)

    assert done.exit_code == 0, done.output
    assert "“暂-1” 2026-12-20 到账 600.00；今天是 2026-12-29" in done.output
    assert "[2026-12-20]" in done.output
    assert [draft["date"] for draft in drafted(held)] == [day]
