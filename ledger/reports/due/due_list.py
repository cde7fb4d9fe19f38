"""到期清单: what is due on a day, the most urgent first, each with its clause and its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import DUTIES, URGENCIES
from ledger.dues.listing import urgency
from ledger.formats.report import CODES, UNIT, WORDS, Column, Report, Row, money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.dues.values import BookState, Duty

COLUMNS = (
    Column(heading="紧急程度"),
    Column(heading="到期日"),
    Column(heading="天数", align="right"),
    Column(heading="事项"),
    Column(heading="账套", wraps=CODES, spare=True),
    Column(heading="医疗机构", wraps=WORDS),
    money("金额"),
    Column(heading="情况", wraps=30),
    Column(heading="依据", wraps=WORDS),
    Column(heading="怎么办", wraps=30),
)
NOTE = (
    "按业务发生日判断：在这一天以前发生的，以后才记账也算；上解按记账日期。"
    "天数为负的是已经逾期的天数。"
)


def due_list(states: Sequence[BookState], duties: Sequence[Duty], on: date) -> Report:
    """Draw up what is due on a day."""
    groups = [(code, [d for d in duties if urgency(d, on) == code]) for code in URGENCIES]
    counted = "，".join(f"{URGENCIES[code]} {len(group)} 项" for code, group in groups if group)
    several = len({state.book.code for state in states}) > 1
    return Report(
        title=f"{on} 到期清单",
        subtitle=(
            "账套：" + "、".join(state.book.name for state in states),
            counted or "没有到期和未了结的事项",
            UNIT,
        ),
        columns=COLUMNS if several else tuple(c for c in COLUMNS if c.heading != "账套"),
        rows=tuple(duty_row(duty, on, several=several) for duty in duties),
        notes=(NOTE,),
        tree={"on": on, "duties": [duty_tree(duty, on) for duty in duties]},
    )


def duty_row(duty: Duty, on: date, *, several: bool) -> Row:
    """Draw one duty; what is overdue, or may not wait, is red."""
    degree = urgency(duty, on)
    cells = (
        URGENCIES[degree],
        duty.due,
        None if duty.due is None else (duty.due - on).days,
        DUTIES[duty.kind],
        *((duty.book,) if several else ()),
        duty.holder,
        duty.amount_fen,
        duty.what,
        duty.clause,
        duty.command,
    )
    return Row(cells=cells, mark="alert" if degree in ("overdue", "prompt") else "")


def duty_tree(duty: Duty, on: date) -> dict[str, object]:
    """Write one duty for programs."""
    return {
        "urgency": urgency(duty, on),
        "due": duty.due,
        "days": None if duty.due is None else (duty.due - on).days,
        "kind": duty.kind,
        "book": duty.book,
        "hospital": duty.hospital or None,
        "name": duty.holder or None,
        "year": duty.year or None,
        "amount": None if duty.amount_fen is None else yuan(duty.amount_fen),
        "count": duty.count or None,
        "what": duty.what,
        "clause": duty.clause,
        "command": duty.command,
    }
