"""What stands is folded once: facts read back come to what the same facts come to in a batch.

Facts are written straight into the books, lawful or not, in a transaction that is rolled back.
Wherever a sequence is cut, what is read of its first part and goes on with the rest as a batch
would (`Cited.note`) says the same as what is read when all of it is posted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ledger.basis.period import year_of
from ledger.events.booked.disbursement import Disbursement
from ledger.events.corrections.amend import Amend
from ledger.events.losses.write_off import WriteOff
from ledger.events.moves import write_moves
from ledger.events.registers.agreement import Agreement
from ledger.masters.leg import Leg
from ledger.policy.standing import RECOVERED, WRITTEN_OFF, netted_days, standing_at
from ledger.store.drafts import draft_of
from ledger.store.engine import writing
from ledger.store.facts import read_facts
from ledger.store.masters import read_books
from ledger.store.standing.standing import read_standing
from ledger.store.writer import read_counters, write_registrations
from ledger.voucher.posting import Approved, register
from ledger.voucher.running import candidate_of
from ledger.workflow.posting.post import write_candidates
from tests.fold_stories import BEYOND, DAY, id_of, stories
from tests.office import EMPLOYEE, FIRST, SECOND, Office

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.policy.standing import Standing
    from ledger.voucher.cited import Cited


def post_fact(office: Office, conn: sa.Connection, event: Event, number: int) -> None:
    """Write one fact into the books, whatever its checks would say."""
    desk, book = office.desk, read_books(conn)[EMPLOYEE]
    facts, _ = read_facts(conn, book, desk.chart(book.fund), [event], desk.today())
    candidate = candidate_of(event, facts)
    id_ = id_of(number)
    at = desk.now()
    breaches = (BEYOND,) if event.irregular else ()
    draft = draft_of(
        event,
        id_=id_,
        unit=id_,
        booked=candidate.booked,
        origin="",
        by="制单乙",
        at=at,
        breaches=breaches,
    )
    signed = replace(draft, approved_by="审核丙", approved_at=at)
    if not event.LEGLESS:
        write_candidates(desk, conn, facts, [(candidate, signed)])
        return
    approved = Approved(candidate=candidate, draft=signed, posted_by="审核丙", posted_at=at)
    counters = read_counters(conn, EMPLOYEE, (), {year_of(candidate.period)})
    write_registrations(conn, EMPLOYEE, register([approved], counters))


def said_of(standing: Standing) -> dict[str, object]:
    """Say what a standing comes to, whatever it was put together from."""
    return {
        "approved": standing.approved_fen,
        "refused": standing.refused,
        "signed": standing.signed,
        "stops": set(standing.stops),
        "halts": set(standing.halts),
        "guarantees": standing.guarantees,
        "paid": [day for day in netted_days(standing.paid, " ") if day[1]],
        "brought": standing.paid_from(""),
        "accounts": standing.accounts_paid(()),
        "bounced": standing.bounced_fen,
        "lost": [day for day in netted_days(standing.moves(WRITTEN_OFF), "") if day[1]],
        "back": [day for day in netted_days(standing.moves(RECOVERED), "") if day[1]],
    }


def said_by(cited: Cited, rest: Sequence[Event]) -> dict[str, object]:
    """Say all that a fold has come to, of what the rest of a story names by key only that."""
    named = {getattr(event, word, "") for event in rest for word in ("event", "recall")}
    returned = {getattr(event, "disbursement", "") for event in rest}
    numbers = {paper.number for event in rest for paper in event.papers}
    return {
        "standings": {
            (hospital, year): said_of(standing_at(cited.standings, hospital, year))
            for hospital in (FIRST, SECOND)
            for year in (0, 2026)
        },
        "gates": dict(cited.gates),
        "cases": dict(cited.court_cases),
        "letters": dict(cited.letters),
        "cutoffs": dict(cited.cutoffs),
        # Who approved a fact is known once somebody has.
        "registers": {
            key: replace(found, approved_by="")
            for key, found in cited.registers.items()
            if key in named
        },
        "payments": {key: paid for key, paid in cited.payments.items() if key in returned},
        "documents": {
            key: frozenset(citings)
            for key, citings in cited.documents.items()
            if citings and key.number in numbers
        },
    }


def folded(
    office: Office, facts: Sequence[Event], posted: int, cut: int
) -> tuple[dict[str, object], dict[str, object]]:
    """Say what stands once all is posted, and once the facts after a cut are noted as a batch."""
    desk = office.desk
    rest = facts[posted:]
    said = []
    with writing(desk.engine, [EMPLOYEE], dry_run=True) as conn:
        book = read_books(conn)[EMPLOYEE]
        chart = desk.chart(book.fund)
        for number, event in enumerate(facts):
            if number == cut:
                said.append(read_facts(conn, book, chart, asking(rest), desk.today())[1])
            post_fact(office, conn, event, number)
        said.append(read_facts(conn, book, chart, asking(rest), desk.today())[1])
    batch, stored = said
    for event in facts[cut:]:
        batch.note(event, (BEYOND.code,) if event.irregular else ())
    return said_by(stored, rest), said_by(batch, rest)


def asking(rest: Sequence[Event]) -> list[Event]:
    """Ask for everything of both hospitals, whatever the rest is about."""
    common: dict[str, Any] = {"book": EMPLOYEE, "date": date(2027, 1, 5), "year": 2026}
    probes = [
        WriteOff(**common, key=f"问-{hospital}", hospital=hospital, amount_fen=1, irregular=True)
        for hospital in (FIRST, SECOND)
    ]
    return [*rest, *probes]


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    # A story is read as it stands; making it smaller would take minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_facts_read_back_stand_as_the_same_facts_noted_in_a_batch(
    office: Office, data: st.DataObject
) -> None:
    office.live_to(date(2027, 1, 5))
    chart = office.desk.chart("employee")
    facts, posted, cut = data.draw(stories(chart))
    stored, batch = folded(office, facts, posted, cut)
    assert batch == stored


def test_a_payment_that_was_another_hospitals_counts_where_only_that_one_is_asked_for(
    office: Office,
) -> None:
    office.live_to(date(2027, 1, 5))
    desk = office.desk
    chart = desk.chart("employee")
    common: dict[str, Any] = {"book": EMPLOYEE, "year": 2026, "hospital": FIRST, "amount_fen": 300}
    paid = Disbursement(**common, key="拨", date=DAY, from_account="1004")
    wrong = chart.leaf("prepayment", hospital=FIRST, year=2026)
    right = chart.leaf("prepayment", hospital=SECOND, year=2026)
    moves = write_moves([Leg(debit=right, credit=wrong, amount_fen=300)])
    day = date(2027, 1, 4)
    common |= {"corrects": id_of(0)}
    put_right = Amend(**common, reason="有误", key="更", date=day, booked=day, moves=moves)
    asked = Agreement(book=EMPLOYEE, key="问", date=DAY, hospital=SECOND, year=2026)

    with writing(desk.engine, [EMPLOYEE], dry_run=True) as conn:
        post_fact(office, conn, paid, 0)
        post_fact(office, conn, put_right, 1)
        stood = read_standing(conn, EMPLOYEE, chart, [asked], ())

    assert stood.standings[SECOND, 2026].paid == ((DAY.isoformat(), 300),)
