"""选定政策口径: which reading of an open question holds for a book, from which prepayment year on.

Where passwords are on it takes two people, one of them a chief, a paper and the first year:
one proposes, another confirms. Without passwords nobody can prove who he is, and a chief
chooses at once. Years before the first one keep the reading that held for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse, unclear
from ledger.masters.duties import CHOOSER, is_second
from ledger.policy.values import Choice, Chosen, choice_ground
from ledger.store.engine import reading, writing
from ledger.store.login import any_credential
from ledger.store.masters import read_books
from ledger.store.policy import Proposal, read_proposals, record_choice, record_proposal
from ledger.store.signing.people import read_people
from ledger.workflow.desk import acting, book_of, note, refusals_logged
from ledger.workflow.policy.policy import policy_of
from ledger.workflow.policy.policy_signing import (
    content_of_choice,
    sign_confirmed,
    sign_proposed,
)

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.policy.profile import Policy
    from ledger.workflow.desk import Desk

CLAUSE = "财会〔2024〕12号·二十一(二)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """What became of a choice in a book: in force, or waiting for another person."""

    book: str
    name: str
    reading: str
    from_year: int
    in_force: bool

    def sentence(self) -> str:
        """Say it in a line."""
        years = f"，自 {self.from_year} 预付年度起" if self.from_year else ""
        if self.in_force:
            return f"{self.book} 已选定 {self.name} = {self.reading}{years}"
        return (
            f"{self.book} 已提出 {self.name} = {self.reading}{years}；"
            f"待另一人确认：prepay policy confirm {self.name}"
        )


def choose(
    desk: Desk,
    book: str,
    name: str,
    reading_: str,
    reason: str,
    *,
    paper: str = "",
    from_year: int = 0,
    dry_run: bool = False,
) -> Choosing:
    """选定: record which reading of an open question holds for a book, or propose it."""
    with (
        refusals_logged(desk, "policy-choose", name, book),
        writing(desk.engine, [book] if book else (), dry_run=dry_run) as conn,
    ):
        policy = policy_of(desk, conn, book_of(conn, book))
        choice = choice_named(policy, desk, name)
        if reading_ not in choice.readings:
            options = "；".join(f"{code} = {text}" for code, text in choice.readings.items())
            raise unclear("READING_UNKNOWN", f"“{reading_}”不是它的读法", f"可填：{options}")
        proposal = Proposal(
            name=name,
            reading=reading_,
            from_year=from_year or first_year_of(policy, choice, desk),
            reason=reason.strip(),
            paper=paper.strip(),
            by=desk.operator,
            at=desk.now(),
        )
        if any_credential(conn):
            acting(desk, conn, CHOOSER, "提出政策口径")
            ask_grounds(proposal, from_year=from_year)
            propose(desk, conn, book, proposal)
        else:
            acting(desk, conn, "chief", "选定政策口径")
            ask_reason(proposal)
            take(desk, conn, book, policy, proposal)
        return Choosing(
            book=book,
            name=name,
            reading=reading_,
            from_year=proposal.from_year,
            in_force=not any_credential(conn),
        )


def confirm(desk: Desk, book: str, name: str, *, dry_run: bool = False) -> Choosing:
    """确认: let what another person proposed come into force."""
    with (
        refusals_logged(desk, "policy-confirm", name, book),
        writing(desk.engine, [book] if book else (), dry_run=dry_run) as conn,
    ):
        policy = policy_of(desk, conn, book_of(conn, book))
        proposal = read_proposals(conn, book).get(name)
        if proposal is None:
            raise refuse(
                "NOTHING_TO_CONFIRM",
                f"{book} 没有待确认的口径“{name}”",
                "查看：prepay policy show；提出：prepay policy choose 名称 读法 --reason 理由",
            )
        choice = choice_named(policy, desk, name)
        if proposal.reading not in choice.readings:
            raise refuse(
                "PROPOSAL_STALE",
                f"{proposal.by} {proposal.at[:10]} 提出的读法“{proposal.reading}”"
                "已不在现行的政策方案里",
                f"核对现行读法后重新提出：prepay policy show {name}",
            )
        second_chooser(desk, conn, proposal)
        content = content_of_choice(conn, book, name)
        sign_confirmed(desk, conn, book, content, proposal.by, f"口径 {name}")
        take(desk, conn, book, policy, proposal)
        return Choosing(
            book=book,
            name=name,
            reading=proposal.reading,
            from_year=proposal.from_year,
            in_force=True,
        )


def first_year_of(policy: Policy, choice: Choice, desk: Desk) -> int:
    """Return the year from which a choice holds that does not say.

    Where nothing held before, it settles every year; else the years before this one keep what
    held for them.
    """
    year = desk.today().year
    return 0 if policy.state(choice, year) == "open" else year


def second_chooser(desk: Desk, conn: sa.Connection, proposal: Proposal) -> None:
    """Ask for another person than the proposer; one of the two is a chief."""
    if not is_second(desk.operator, proposal.by):
        raise refuse(
            "FOUR_EYES",
            f"口径“{proposal.name}”由 {proposal.by} 本人提出，不能由本人确认",
            f"由另一人核对后确认：prepay --as 姓名 policy confirm {proposal.name}",
            clause=CLAUSE,
        )
    proposer = read_people(conn, desk.today()).get(proposal.by)
    by_chief = proposer is not None and proposer.may("chief")
    acting(desk, conn, CHOOSER if by_chief else "chief", "确认政策口径")


def ask_reason(proposal: Proposal) -> None:
    """Refuse a choice that nobody gives a reason for."""
    if not proposal.reason:
        raise refuse("REASON_MISSING", "选定口径须写明理由", "用 --reason 写明理由")


def ask_grounds(proposal: Proposal, *, from_year: int) -> None:
    """Refuse a proposal without a reason, a paper and the first year; all that lacks at once."""
    lacking = [
        what
        for what, given in (
            ("--reason 理由", proposal.reason),
            ("--paper 文号", proposal.paper),
            ("--from-year 年度", from_year),
        )
        if not given
    ]
    if lacking:
        raise Refused(
            [
                Finding(
                    code="GROUNDS_MISSING",
                    message="设了密码的单位，选定口径要写明理由、依据的文件和起用的预付年度，"
                    f"还缺：{'、'.join(lacking)}",
                    remedy=f"prepay policy choose {proposal.name} {proposal.reading}"
                    " --reason 理由 --paper 文号 --from-year 2026",
                    clause=CLAUSE,
                )
            ]
        )


def propose(desk: Desk, conn: sa.Connection, book: str, proposal: Proposal) -> None:
    """Record a proposal, and log it."""
    record_proposal(conn, book, proposal)
    sign_proposed(desk, conn, book, content_of_choice(conn, book, proposal.name))
    content = {
        "value": proposal.reading,
        "reason": proposal.reason,
        "from_year": proposal.from_year,
        "paper": proposal.paper,
    }
    note(desk, conn, book, "policy-propose", proposal.name, content)


def take(desk: Desk, conn: sa.Connection, book: str, policy: Policy, proposal: Proposal) -> None:
    """Record a reading as chosen, by one person or by two, and log what held before."""
    before, by = policy.chosen.get(proposal.name), desk.operator or "-"
    chosen = Chosen(
        name=proposal.name,
        reading=proposal.reading,
        clause=choice_ground(desk.today().isoformat(), proposal.by, by, proposal.paper),
        reason=proposal.reason,
        by=by,
        at=desk.now(),
        from_year=proposal.from_year,
    )
    record_choice(conn, book, chosen)
    content = {
        "before": before.reading if before else "",
        "value": proposal.reading,
        "reason": proposal.reason,
        "from_year": proposal.from_year,
        "paper": proposal.paper,
    }
    if proposal.by == by:
        note(desk, conn, book, "policy-choose", proposal.name, content)
    else:
        told = {**content, "proposed_by": proposal.by}
        note(desk, conn, book, "policy-confirm", proposal.name, told)


def books_asking(desk: Desk, name: str) -> list[str]:
    """Name the books whose profile leaves a question to them; raises Refused where none does."""
    with reading(desk.engine) as conn:
        books = read_books(conn).values()
        choices = {book.code: set(policy_of(desk, conn, book).choices()) for book in books}
    asked = [code for code, names in choices.items() if name in names]
    if not asked:
        known = "、".join(sorted(set[str]().union(*choices.values())))
        raise unclear("CHOICE_UNKNOWN", f"没有名为“{name}”的待选口径", f"可选：{known}")
    return asked


def books_proposed(desk: Desk, name: str) -> list[str]:
    """Name the books in which a reading waits to be confirmed; all that ask it where none does."""
    asked = books_asking(desk, name)
    with reading(desk.engine) as conn:
        waiting = [code for code in asked if name in read_proposals(conn, code)]
    return waiting or asked


def choice_named(policy: Policy, desk: Desk, name: str) -> Choice:
    """Find an open question; one that the profile has settled by a value is refused."""
    choices = policy.choices()
    found = policy.on(desk.today()).decides(name) if name in policy.names() else None
    if isinstance(found, Choice):
        return found
    if found is not None and not found.choice:
        raise refuse(
            "CHOICE_SETTLED",
            f"“{name}”由政策方案规定，不由本单位选定：{found.clause}",
            f"查看：prepay policy show {name}；规定有变的，改方案文件后 prepay policy adopt",
            clause=found.clause,
        )
    if name not in choices:
        raise unclear(
            "CHOICE_UNKNOWN", f"没有名为“{name}”的待选口径", f"可选：{'、'.join(sorted(choices))}"
        )
    return choices[name]
