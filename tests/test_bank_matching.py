"""勾对: which line is which voucher, why, and what is left to people. Pure values, no database."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from ledger.reconcile.owners import directory_of, owners_of
from ledger.reconcile.settle import settle
from tests.bank_matches import (
    ACCOUNTS,
    DAY,
    DIRECTORY,
    hospital,
    line,
    proposed,
    receipts,
    sure,
    units,
    voucher,
)
from tests.office import FIRST, NAMES, SECOND, THIRD

if TYPE_CHECKING:
    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.units import BankMoved


def test_a_long_receipt_number_settles_whatever_the_days_and_names() -> None:
    number = "202603010000001"
    ours = units(voucher(1, 1, -500, hospital=FIRST), papers={"V1": receipts(number)})
    found = settle([line(1, 28, -500, serial=number, name="别人")], ours, DIRECTORY)
    assert sure(found) == [("receipt", ["L1"], ["V1"])]
    assert found.sure[0].why == f"回单号 {number} 相同，金额相符"


def test_a_short_receipt_number_is_used_again_and_settles_nothing_far_or_foreign() -> None:
    """Counters number their slips 12, 13, … anew: another hospital's line of another week."""
    ours = units(voucher(1, 5, -500, hospital=FIRST), papers={"V1": receipts("12")})
    assert sure(settle([line(1, 28, -500, serial="12")], ours, DIRECTORY)) == []
    other = line(1, 6, -500, serial="12", account=ACCOUNTS[SECOND])
    assert sure(settle([other], ours, DIRECTORY)) == []
    near = settle([line(1, 6, -500, serial="12")], ours, DIRECTORY)
    assert sure(near) == [("receipt", ["L1"], ["V1"])]


def test_one_receipt_for_a_batch_and_several_receipts_for_one_voucher() -> None:
    ours = units(
        voucher(1, 1, -500, hospital=FIRST),
        voucher(2, 1, -300, hospital=SECOND),
        voucher(3, 2, 900, hospital=THIRD),
        papers={"V1": receipts("R1"), "V2": receipts("R1"), "V3": receipts("R2", "R3")},
    )
    lines = [
        line(1, 1, -800, serial="R1"),
        line(2, 2, 400, serial="R2"),
        line(3, 3, 500, serial="R3"),
    ]
    assert sure(settle(lines, ours, DIRECTORY)) == [
        ("receipt", ["L1"], ["V1", "V2"]),
        ("receipt", ["L2", "L3"], ["V3"]),
    ]


def test_a_receipt_whose_amounts_differ_settles_nothing() -> None:
    ours = units(voucher(1, 1, -500, hospital=FIRST), papers={"V1": receipts("R1")})
    found = settle([line(1, 1, -501, serial="R1", account=ACCOUNTS[FIRST])], ours, DIRECTORY)
    assert (sure(found), proposed(found)) == ([], [])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"account": ACCOUNTS[FIRST]}, "对方账号是城关示范医院的"),
        ({"name": "城关示范医院"}, "对方户名是城关示范医院"),
        ({"memo": "退城关示范医院三月款"}, "摘要里有城关示范医院"),
    ],
)
def test_amount_day_and_counterparty_settle(words: dict[str, str], why: str) -> None:
    ours = units(voucher(1, 5, 500, hospital=FIRST))
    (match,) = settle([line(1, 5, 500, **words)], ours, DIRECTORY).sure  # type: ignore[arg-type]
    assert match.why == f"金额、日期相同，{why}"


def test_the_account_that_the_event_names_counts_too() -> None:
    ours = units(voucher(1, 5, 500, hospital=FIRST, accounts=("777",)))
    (match,) = settle([line(1, 5, 500, account="777")], ours, DIRECTORY).sure
    assert "对方账号 777 相同" in match.why


@pytest.mark.parametrize(("day", "settles"), [(6, False), (7, True), (17, True), (18, False)])
def test_the_bank_may_be_three_days_early_and_seven_days_late(day: int, settles: bool) -> None:  # noqa: FBT001
    ours = units(voucher(1, 10, 500, hospital=FIRST))
    found = settle([line(1, day, 500, name="城关示范医院")], ours, DIRECTORY)
    assert bool(found.sure) is settles
    assert [match.rule for match in found.proposed] == ([] if settles else ["far"])


def test_what_two_vouchers_would_fit_is_proposed_and_not_decided() -> None:
    ours = units(voucher(1, 8, 500, hospital=FIRST), voucher(2, 11, 500, hospital=FIRST))
    found = settle([line(1, 10, 500, name="城关示范医院")], ours, DIRECTORY)
    assert sure(found) == []
    assert proposed(found) == [("near", ["L1"], ["V2"])]
    assert "另有 1 笔也相符" in found.proposed[0].why


def test_two_alike_on_one_day_are_paired_in_order() -> None:
    ours = units(voucher(1, 5, 500, hospital=FIRST), voucher(2, 5, 500, hospital=FIRST))
    lines = [line(n, 5, 500, name="城关示范医院") for n in (1, 2)]
    found = settle(lines, ours, DIRECTORY)
    assert sure(found) == [("day", ["L1"], ["V1"]), ("day", ["L2"], ["V2"])]
    assert "同日同额 2 笔，依次对应" in found.sure[0].why


def test_amount_and_day_alone_are_only_proposed_and_never_against_another_name() -> None:
    ours = units(voucher(1, 5, 500, hospital=FIRST))
    found = settle([line(1, 5, 500)], ours, DIRECTORY)
    assert (sure(found), proposed(found)) == ([], [("near", ["L1"], ["V1"])])
    found = settle([line(1, 5, 500, name="安宁示范医院")], ours, DIRECTORY)
    assert (sure(found), proposed(found)) == ([], [])


def test_interest_and_allocation_are_known_by_their_words() -> None:
    ours = units(voucher(1, 21, 77, kind="interest"), voucher(2, 2, 900, kind="allocation"))
    lines = [line(1, 21, 77, memo="结息"), line(2, 3, 900, name="某市财政局")]
    assert sure(settle(lines, ours, DIRECTORY)) == [
        ("day", ["L1"], ["V1"]),
        ("window", ["L2"], ["V2"]),
    ]


def test_a_batch_of_payments_against_one_debit_by_its_order() -> None:
    ours = units(
        *(voucher(n, 3, -100 * n, hospital=h) for n, h in enumerate((FIRST, SECOND, THIRD), 1)),
        papers={f"V{n}": receipts(orders=("指令-1",)) for n in (1, 2, 3)},
    )
    (match,) = settle([line(1, 4, -600, memo="代发")], ours, DIRECTORY).sure
    assert (match.rule, len(match.units)) == ("batch", 3)
    assert match.why == "同一批次 指令-1 的 3 笔，合计相符"


def test_one_transfer_for_three_hospitals_from_the_account_of_one() -> None:
    payer = (ACCOUNTS[FIRST],)
    ours = units(
        *(voucher(n, 3, 100 * n, hospital=h, accounts=payer) for n, h in enumerate(NAMES, 1))
    )
    (match,) = settle([line(1, 3, 600, account=ACCOUNTS[FIRST])], ours, DIRECTORY).sure
    assert (match.rule, len(match.units)) == ("one-to-many", 3)


def test_the_head_of_a_group_pays_for_the_rest() -> None:
    grouped = directory_of(
        (hospital(code, name, group="示范医共体") for code, name in NAMES.items()), DAY
    )
    ours = units(*(voucher(n, 3, 100 * n, hospital=h) for n, h in enumerate(NAMES, 1)))
    (match,) = settle([line(1, 3, 600, account=ACCOUNTS[FIRST])], ours, grouped).sure
    assert match.rule == "one-to-many"


def test_without_the_group_it_is_proposed_where_the_payer_is_among_them() -> None:
    ours = units(*(voucher(n, 3, 100 * n, hospital=h) for n, h in enumerate(NAMES, 1)))
    found = settle([line(1, 3, 600, account=ACCOUNTS[FIRST])], ours, DIRECTORY)
    assert proposed(found) == [("one-to-many", ["L1"], ["V1", "V2", "V3"])]
    assert "其中有付款单位自己的" in found.proposed[0].why


def test_a_payment_that_the_bank_split_is_several_lines_against_one_voucher() -> None:
    ours = units(voucher(1, 3, -900, hospital=FIRST))
    lines = [line(1, 3, -500, name="城关示范医院"), line(2, 3, -400, name="城关示范医院")]
    assert sure(settle(lines, ours, DIRECTORY)) == [("many-to-one", ["L1", "L2"], ["V1"])]


def test_a_choice_that_adds_up_is_proposed_where_no_other_does() -> None:
    ours = units(*(voucher(n, 3, fen, hospital=FIRST) for n, fen in ((1, 100), (2, 250), (3, 700))))
    found = settle([line(1, 3, 350, name="城关示范医院")], ours, DIRECTORY)
    assert (sure(found), proposed(found)) == ([], [("one-to-many", ["L1"], ["V1", "V2"])])
    ours = units(
        *(voucher(n, 3, fen, hospital=FIRST) for n, fen in ((1, 100), (2, 250), (3, 150), (4, 200)))
    )
    assert proposed(settle([line(1, 3, 350, name="城关示范医院")], ours, DIRECTORY)) == []


def test_paid_bounced_and_paid_again_with_one_voucher_leaves_a_pair_to_confirm() -> None:
    ours = units(voucher(1, 10, -500, hospital=FIRST, kind="disbursement"))
    lines = [
        line(1, 10, -500, name="城关示范医院"),
        line(2, 12, 500, name="城关示范医院", memo="账号不符退汇"),
        line(3, 13, -500, name="城关示范医院"),
    ]
    found = settle(lines, ours, DIRECTORY)
    assert sure(found) == [("day", ["L1"], ["V1"])]
    assert proposed(found) == [("bounced", ["L2", "L3"], [])]


def test_booked_as_payment_return_and_payment_each_has_its_line() -> None:
    ours = units(
        voucher(1, 10, -500, hospital=FIRST, kind="disbursement"),
        voucher(2, 12, 500, hospital=FIRST, kind="payment-return"),
        voucher(3, 13, -500, hospital=FIRST, kind="disbursement"),
    )
    lines = [
        line(n, d, f, name="城关示范医院")
        for n, d, f in ((1, 10, -500), (2, 12, 500), (3, 13, -500))
    ]
    found = settle(lines, ours, DIRECTORY)
    assert {tuple(x[1] + x[2]) for x in sure(found)} == {("L1", "V1"), ("L2", "V2"), ("L3", "V3")}


def test_a_fee_and_its_return_are_a_pair_and_no_voucher() -> None:
    lines = [line(1, 10, -5000, memo="账户管理费"), line(2, 20, 5000, memo="退回多收手续费")]
    found = settle(lines, [], DIRECTORY)
    assert proposed(found) == [("bounced", ["L1", "L2"], [])]
    assert "银行误收的费用和退回" in found.proposed[0].why


def test_a_voucher_taken_back_in_red_needs_no_line_and_its_blue_one_stands_for_the_bank() -> None:
    wrong, red = voucher(1, 3, -500, hospital=FIRST), voucher(2, 9, 500, form="red")
    assert units(wrong, red, V2="V1")[0].net_fen == 0
    blue = voucher(3, 3, -500, hospital=SECOND, form="blue")
    (unit,) = units(wrong, red, blue, V2="V1", V3="V1")
    assert (unit.id, unit.net_fen, unit.shown.hospital) == ("V1", -500, SECOND)
    found = settle([line(1, 3, -500, name="安宁示范医院")], [unit], DIRECTORY)
    assert sure(found) == [("day", ["L1"], ["V1"])]


def test_a_difference_counts_within_what_it_corrects() -> None:
    (unit,) = units(
        voucher(1, 3, -500, hospital=FIRST), voucher(2, 9, 1, form="difference"), V2="V1"
    )
    assert (unit.net_fen, unit.shown.id) == (-499, "V1")


def test_openings_are_no_movement() -> None:
    opening = voucher(1, 1, 900, kind="opening-balance")
    assert units(opening, voucher(2, 5, -900, form="red"), V2="V1") == []


def test_names_are_found_in_a_memo_longest_first_and_shared_names_tell_nothing() -> None:
    names = directory_of(
        [
            hospital("H1", "城关示范医院"),
            hospital("H2", "城关示范医院东院"),
            hospital("H3", "同名医院甲"),
            hospital("H4", "同名医院甲"),
        ],
        DAY,
    )
    assert list(owners_of(line(1, 1, 1, memo="付城关示范医院东院"), names)) == ["H2"]
    assert list(owners_of(line(1, 1, 1, memo="付 城关示范医院、同名医院甲"), names)) == ["H1"]


def test_a_match_that_would_leave_something_over_cannot_be_made() -> None:
    from ledger.reconcile.matching import Match

    with pytest.raises(AssertionError):
        Match(lines=(line(1, 1, 5),), units=(), rule="x", why="", sure=True)


@pytest.mark.parametrize("alike", [True, False])
def test_ten_thousand_that_look_alike_do_not_slow_it_down(alike: bool) -> None:  # noqa: FBT001
    """No step compares every line with every voucher, even where all amounts are equal."""
    count = 10_000
    fen = [500 if alike else 500 + n for n in range(count)]
    ours = units(*(voucher(n, 1 + n % 20, fen[n], hospital=FIRST) for n in range(count)))
    lines = [line(n, 2 + n % 20, fen[n], name="城关示范医院") for n in range(count)]
    begin = time.monotonic()
    found = settle(lines, ours, DIRECTORY)
    assert time.monotonic() - begin < 20
    assert len(found.sure) + len(found.proposed) > count // 2


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        pytest.param(
            line(1, 12, 500, account=ACCOUNTS[FIRST], memo="退回财政预付金"),
            voucher(1, 10, 500, kind="allocation"),
            id="财政拨款不是医院退的钱",
        ),
        pytest.param(
            line(1, 10, -500, name="城关示范医院工会委员会", account="99887766"),
            voucher(1, 10, -500, hospital=FIRST, kind="disbursement", accounts=("622200000001",)),
            id="名称里有医院名称的另一家",
        ),
        pytest.param(
            line(1, 10, -500, name="甲公司", memo="城关示范医院门诊统筹待遇"),
            voucher(1, 10, -500, hospital=FIRST, kind="disbursement"),
            id="付给别人的，摘要里有医院名称",
        ),
        pytest.param(
            line(1, 10, 500, account=ACCOUNTS[SECOND], memo="代城关示范医院往来"),
            voucher(1, 10, 500, hospital=FIRST),
            id="别家医院的账户，摘要里有这家",
        ),
    ],
)
def test_what_names_somebody_else_is_for_a_person_to_decide(
    said: BankLine, ours: BankMoved
) -> None:
    assert sure(settle([said], units(ours), DIRECTORY)) == []


def test_a_batch_is_not_settled_by_a_line_to_a_hospital_outside_it() -> None:
    order = receipts(orders=("O1",))
    ours = units(
        voucher(1, 10, -300, hospital=FIRST),
        voucher(2, 10, -400, hospital=SECOND),
        papers={"V1": order, "V2": order},
    )
    other = settle([line(1, 10, -700, account=ACCOUNTS[THIRD])], ours, DIRECTORY)
    assert sure(other) == []
    clearing = settle([line(1, 10, -700, memo="批量代付")], ours, DIRECTORY)
    assert sure(clearing) == [("batch", ["L1"], ["V1", "V2"])]


def test_the_head_of_a_group_that_pays_nothing_of_its_own_only_proposes() -> None:
    """The head's own 2,000 are not the members' 1,000 and 1,000, whose lines come later."""
    group = directory_of(
        (hospital(code, name, group="甲医共体") for code, name in NAMES.items()), DAY
    )
    ours = units(voucher(1, 10, 1000, hospital=SECOND), voucher(2, 10, 1000, hospital=THIRD))
    found = settle([line(1, 10, 2000, account=ACCOUNTS[FIRST])], ours, group)
    assert sure(found) == []
    assert proposed(found) == [("one-to-many", ["L1"], ["V1", "V2"])]
