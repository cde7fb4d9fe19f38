"""余额调节表: shared and fiscal accounts, paper statements, months without a line."""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.reports.bank.adjustment_sheet import adjustment_sheet
from ledger.store.bank.bank import read_confirmed_balances
from ledger.store.engine import reading
from ledger.workflow.bank.adjust import adjust
from ledger.workflow.bank.apart import approve_apart, chosen_lines, set_apart
from ledger.workflow.bank.draw import Entered
from ledger.workflow.bank.statement_import import import_statement
from tests.adjustment_office import FUNDED
from tests.bank_office import bring, draw, freeze, match, printed, share, submit, write_csv
from tests.office import EMPLOYEE, FIRST, Office, codes


def test_the_paper_statement_must_end_where_the_imported_lines_do(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    assert draw(office, "2026-01", statement="1,000.00")
    with pytest.raises(Refused) as error:
        draw(office, "2026-01", statement="999.99")
    assert codes(error.value.findings) == ["STATEMENT_BALANCE"]


def test_on_a_shared_account_the_general_ledger_stands_between(office: Office) -> None:
    """Work it out on paper first: the account also pays 待遇.

    The statement ends on 1,000 + 5,000 − 70 − 300 = 5,630.00, ours on 1,000 − 300 = 700.00; the
    总账 holds 4,930.00 more on the account, of which a paper speaks.
    """
    share(office)
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(
        office,
        (
            FUNDED,
            ("2026-01-11", "5000.00", "兰州市财政局", "", "待遇拨款"),
            ("2026-03-09", "-70.00", "某药店", "", "待遇支付"),
            ("2026-03-10", "-300.00", "城关示范医院"),
        ),
    )
    match(office)
    office.desk.operator = "制单乙"
    choice = chosen_lines([2, 3], "")
    set_apart(office.desk, EMPLOYEE, "1004", choice, word="待遇支付", reason="总账")
    before = draw(office, "2026-03", other="4930.00", paper="other:总账3月:2026-03-31")
    assert before.figures.difference_fen == -493000  # Not approved yet: still open on our side.
    office.desk.operator = "审核丙"
    approve_apart(office.desk, EMPLOYEE, ())
    with pytest.raises(Refused) as error:
        submit(office, "2026-03")
    assert codes(error.value.findings) == ["OTHER_NET_MISSING"]
    done = freeze(office, "2026-03", other="4930.00", paper="other:总账3月:2026-03-31")
    told = [row.cells[0] for row in adjustment_sheet(done).rows]
    assert told == [
        "银行对账单余额",
        "调节后余额（对账单）",
        "本账余额",
        "加：总账其他业务净额",
        "总账余额",
        "调节后余额（账面）",
    ]
    assert [row.cells[7] for row in adjustment_sheet(done).rows] == [
        563000,
        563000,
        70000,
        493000,
        563000,
        563000,
    ]
    with reading(office.desk.engine) as conn:
        assert read_confirmed_balances(conn, EMPLOYEE, 2026) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"other": "5.00"}, "OTHER_NET_PAPER"),
        ({"paper": "other:一:2026-03-31"}, "OTHER_NET_PAPER"),
        ({"other": "5.005", "paper": "other:一:2026-03-31"}, "AMOUNT_UNREADABLE"),
        ({"other": "5.00", "paper": "没有这种"}, "PAPER_UNREADABLE"),
    ],
)
def test_the_net_of_other_business_needs_an_amount_and_its_paper(
    office: Office, words: dict[str, str], code: str
) -> None:
    share(office)
    bring(office, (FUNDED,))
    with pytest.raises(Refused) as error:
        draw(office, "2026-01", **words)
    assert codes(error.value.findings) == [code]


def test_an_account_of_our_own_has_no_other_net(office: Office) -> None:
    bring(office, (FUNDED,))
    with pytest.raises(Refused) as error:
        draw(office, "2026-01", other="5.00", paper="other:一:2026-03-31")
    assert codes(error.value.findings) == ["ACCOUNT_EXCLUSIVE"]


def test_the_fiscal_account_is_reconciled_with_the_statement_of_the_finance_bureau(
    office: Office,
) -> None:
    """1003: 财政 prints from its own side; 期初 1,000.00 is what the account began with."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    office.post(office.give_back(FIRST, "300.00", day="2026-03-20"))
    office.post(office.row("remittance", date="2026-03-31", amount="300.00"))
    rows = printed(
        (
            ("2026-01-10", "-1000.00", "", "", "拨付支出户用款"),
            ("2026-03-31", "300.00", "", "", "经办机构上解"),
        ),
        opening="1000.00",
    )
    turned = [[*row[:4], row[5], row[4], *row[6:]] for row in rows]
    path = write_csv(office.folder / "财政.csv", turned)
    office.on("2026-03-31")
    office.desk.operator = "出纳戊"
    done = import_statement(office.desk, EMPLOYEE, "1003", path)
    assert done.flipped
    assert match(office, account="1003").matched == 2
    frozen = freeze(office, "2026-03", account="1003", other="0.00", paper="other:无:2026-03-31")
    assert adjustment_sheet(frozen).title == "财政专户存款余额调节表"
    assert yuan(frozen.figures.statement_fen) == "300.00"


def test_a_month_that_is_not_over_has_no_sheet(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    office.on("2026-01-31")
    office.desk.operator = "制单乙"
    with pytest.raises(Refused) as refused:
        adjust(office.desk, EMPLOYEE, "2026-01", account="1004", entered=Entered(), submit=True)
    assert codes(refused.value.findings) == ["MONTH_RUNNING"]


def test_a_month_without_a_line_needs_the_balance_of_the_paper_statement(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    with pytest.raises(Refused) as refused:
        submit(office, "2026-02")
    assert codes(refused.value.findings) == ["STATEMENT_ABSENT"]
    assert submit(office, "2026-02", statement="1000.00").sheet is not None
