"""A Beancount plugin: proves the chain while Fava or bean-check loads a year's journal.

Every voucher's journal digest is computed anew from the transaction's own text, its link from
that digest, the fact digest beside it and the link before; a 登记事项 likewise. Where people
signed, each set's signature is verified, and each fact is what its preparer and its approver
signed. What the chain does not bind (without signatures who prepared, approved and posted; the
id, the tag `irregular` and its `breaches`) is proved by `prepay verify`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard

from beancount.core.data import Custom, Open, Pad, Transaction, new_metadata

from ledger.audit.journal_registers import (
    HEX,
    KINDS,
    TextShown,
    day_of_fact,
    link_fault,
    register_name,
    register_shown,
    shown_as,
    text,
)
from ledger.audit.signing.journal_sets import (
    SignedLink,
    fact_fault,
    post_fault,
    read_set,
    set_entry_fault,
)
from ledger.formats.journals.beancount import LABEL, OPENING_TAG, SIDES
from ledger.formats.journals.beancount_checked import Opening, openings_digest
from ledger.formats.journals.beancount_names import CLEARING_ACCOUNT
from ledger.formats.journals.beancount_registers import REGISTER
from ledger.formats.journals.beancount_signed import SIGNED_SET
from ledger.voucher.chain import genesis
from ledger.voucher.posting import form_of
from ledger.voucher.shown import Line
from ledger.voucher.signing.signed import POST

if TYPE_CHECKING:
    from beancount.core.data import Directive, Directives, Meta, Posting

    from ledger.voucher.signing.signed import SignedSet

__plugins__ = ("prove_chain",)

STATEMENT = re.compile(r"(\S+) (\d{4}) (\d+) ([0-9a-f]{64}) ([0-9a-f]{64})", re.ASCII)
SIDE_NAMES = {term: side for side, (_, term) in SIDES.items()}
CARRIED = "上年结转"
CURRENCY = "CNY"


class ChainError(NamedTuple):
    """An error as Beancount and Fava show it: where, what, and the directive."""

    source: Meta
    message: str
    entry: Any


@dataclass(slots=True)
class Journal:
    """A journal's accounts, its vouchers and 登记事项 by place in the chain, and its 年初余额.

    `sets` are what people signed, by id; `signed` the links that each posting is named by.
    """

    book: str
    year: int

    accounts: dict[str, tuple[str, str]] = field(default_factory=dict)
    links: list[tuple[int, Transaction | Custom]] = field(default_factory=list)
    signed: dict[str, list[SignedLink]] = field(default_factory=dict)
    sets: dict[str, SignedSet] = field(default_factory=dict)
    set_entries: list[Custom] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)
    errors: list[ChainError] = field(default_factory=list)


def prove_chain(
    entries: Directives, options_map: dict[str, Any], config: str = ""
) -> tuple[Directives, list[ChainError]]:
    """Check a loaded journal against its chain; `config` states what is to be found."""
    here = new_metadata(options_map["filename"], 1)
    stated = STATEMENT.fullmatch(config or "")
    if stated is None:
        return entries, [ChainError(here, f"链的声明读不懂：{config}", None)]
    book, year, count, head, carried = stated.groups()
    journal = Journal(book=book, year=int(year))
    read_journal(journal, entries)
    errors = journal.errors
    prove_sets(journal)
    position, previous = prove_links(journal, genesis(book, int(year)))
    prove_posted(journal)
    if (position, previous) != (int(count), head):
        what = f"导出时共 {count} 环，现有 {position} 环，末环不符：尾部被截去、增加或改动"
        errors.append(ChainError(here, what, None))
    if openings_digest(journal.openings) != carried:
        errors.append(ChainError(here, "年初余额与导出时不同", None))
    return entries, errors


def prove_sets(journal: Journal) -> None:
    """Note what is wrong with each set by itself, and keep it for the facts that name it."""
    for entry in journal.set_entries:
        made = read_set(entry)
        if what := set_entry_fault(made, journal.book, journal.sets.get(made.id)):
            where = f"{made.at} {made.act} 签名（{made.by}）"
            journal.errors.append(ChainError(entry.meta, f"{where}：{what}", entry))
        journal.sets[made.id] = made


def prove_posted(journal: Journal) -> None:
    """Note each posting that is not of exactly the links that name it, once."""
    entries = {read_set(entry).id: entry for entry in journal.set_entries}
    for id_, made in journal.sets.items():
        what = post_fault(made, journal.signed.get(id_, []), journal.year)
        if made.act == POST and what:
            where = f"{made.at} 记账签名（{made.by}）"
            error = ChainError(entries[id_].meta, f"{where}：{what}", entries[id_])
            journal.errors.append(error)


def prove_links(journal: Journal, previous: str) -> tuple[int, str]:
    """Note what is wrong with each link; returns the last one's place, and the link itself."""
    position = 0
    for place, entry in sorted(journal.links, key=lambda pair: pair[0]):
        where = f"第 {place} 环 {name_of(entry)}"
        if place != position + 1:
            what = f"{where}：应为第 {position + 1} 环，中间有凭证被删去、插入或重复"
            journal.errors.append(ChainError(entry.meta, what, entry))
        position = place
        if what := link_faults(entry, journal, previous):
            journal.errors.append(ChainError(entry.meta, f"{where}：{what}", entry))
        stored = text(entry.meta, "link")
        note_signed(journal, entry.meta, place, previous)
        previous = stored if HEX.fullmatch(stored) else previous
    return position, previous


def link_faults(entry: Transaction | Custom, journal: Journal, previous: str) -> str:
    """Say what is wrong with a link, and with what people signed of it; "" where nothing is."""
    if isinstance(entry, Custom):
        shown = register_shown(entry, journal.book)
        what = shown.fault or link_fault(entry.meta, shown.digest, previous)
    else:
        shown = voucher_shown(entry, journal)
        what = link_fault(entry.meta, shown.digest, previous) or voucher_fault(entry)
    if what or not text(entry.meta, "private"):
        return what
    place = (journal.year, int(entry.meta["seq"]))
    return fact_fault(entry.meta, shown.public, journal.sets, place)


def note_signed(journal: Journal, meta: Meta, place: int, previous: str) -> None:
    """Keep a link that names its posting."""
    if named := text(meta, "posted_set"):
        one = SignedLink(
            position=place, previous=previous, link=text(meta, "link"), label=text(meta, "number")
        )
        journal.signed.setdefault(named, []).append(one)


def name_of(entry: Transaction | Custom) -> str:
    """Name a link for people."""
    return register_name(entry) if isinstance(entry, Custom) else text(entry.meta, "number")


def read_journal(journal: Journal, entries: Directives) -> None:
    """Sort a journal's directives; what moves money without a place in the chain is an error."""
    for entry in entries:
        if isinstance(entry, Open):
            journal.accounts[entry.account] = (text(entry.meta, "code"), text(entry.meta, "name"))
    for entry in entries:
        if isinstance(entry, Pad):
            journal.errors.append(ChainError(entry.meta, "账本里不应有 pad", entry))
        elif isinstance(entry, Transaction) and is_carried(entry):
            journal.openings += carried_in(entry, journal.accounts)
        elif isinstance(entry, Transaction) or is_register(entry):
            note_link(journal, entry)
    journal.set_entries += filter(is_set, entries)


def is_set(entry: Directive) -> TypeGuard[Custom]:
    """Tell a set that somebody signed from other directives."""
    return isinstance(entry, Custom) and entry.type == SIGNED_SET


def is_register(entry: Directive) -> TypeGuard[Custom]:
    """Tell a 登记事项 from other directives."""
    return isinstance(entry, Custom) and entry.type == REGISTER


def note_link(journal: Journal, entry: Transaction | Custom) -> None:
    """Put an entry at its place in the chain; without one it is an error."""
    place = entry.meta.get("seq")
    if place is not None and str(place).isdecimal():
        journal.links.append((int(place), entry))
    else:
        what = "这一笔不在链上，不是记账凭证或登记事项"
        journal.errors.append(ChainError(entry.meta, what, entry))


def is_carried(entry: Transaction) -> bool:
    """Tell a transaction of 年初余额."""
    return text(entry.meta, "kind") == CARRIED and OPENING_TAG in (entry.tags or ())


def carried_in(entry: Transaction, accounts: dict[str, tuple[str, str]]) -> list[Opening]:
    """Read what a transaction of 年初余额 brings in."""
    return [
        (*accounts.get(posting.account, ("", "")), fen_of(posting), str(entry.date))
        for posting in entry.postings
        if posting.account != CLEARING_ACCOUNT
    ]


def voucher_shown(entry: Transaction, journal: Journal) -> TextShown:
    """Digest what a transaction shows, in the format in which its link was written."""
    meta = entry.meta
    number, corrects = text(meta, "number"), text(meta, "corrects")
    kind, movement = (
        KINDS.get(text(meta, name), text(meta, name)) for name in ("kind", "movement")
    )
    booked = entry.date.isoformat()
    words = {
        "book": journal.book,
        "label": number,
        "booked": booked,
        "date": day_of_fact(meta, booked),
        "kind": kind,
        "movement": movement,
        "hospital": text(meta, "hospital"),
        "year": text(meta, "year") or "0",
        "summary": entry.narration or "",
        "form": form_of(kind, corrects),
        "corrects": corrects,
    }
    lines = [line_of(posting, journal.accounts) for posting in entry.postings]
    return shown_as(words, lines, signed=bool(text(meta, "private")))


def voucher_fault(entry: Transaction) -> str:
    """Say whether flag, payee, tags or links are not those that follow from the voucher."""
    meta = entry.meta
    number, corrects = text(meta, "number"), text(meta, "corrects")
    if entry.flag != "*" or entry.payee != number.partition(" ")[2]:
        return "标记或凭证号与记账时不同"
    kind = KINDS.get(text(meta, "kind"), text(meta, "kind"))
    return marks_fault(entry, kind, form_of(kind, corrects))


def marks_fault(entry: Transaction, kind: str, form: str) -> str:
    """Say whether tags and links are not those that follow from the voucher."""
    number = text(entry.meta, "number")
    tags = (entry.tags or frozenset()) - {"irregular"}
    if tags != tags_due(number, kind, form):
        return f"标签与凭证不符：{'、'.join(sorted(tags)) or '无'}"
    wrong = set(links_of(text(entry.meta, "corrects")))
    links = set(entry.links or ())
    if not wrong <= links <= wrong | set(links_of(number)):
        return f"链接与更正关系不符：{'、'.join(sorted(links)) or '无'}"
    return ""


def tags_due(number: str, kind: str, form: str) -> set[str]:
    """Return the tags that follow from a voucher's number, kind and form."""
    due = {
        OPENING_TAG: number[5:7] == "00",
        "red": form == "red",
        "period-end": kind == "period-end",
    }
    return {tag for tag, stands in due.items() if stands}


def links_of(label: str) -> list[str]:
    """Write the link that a voucher's label makes, if it is one."""
    return [f"{period}-{number}" for period, number in LABEL.findall(label)]


def line_of(posting: Posting, accounts: dict[str, tuple[str, str]]) -> Line:
    """Read a posting as the 借 or 贷 line that it was written from."""
    code, name = accounts.get(posting.account, ("", ""))
    side = SIDE_NAMES.get(text(posting.meta or {}, "dc"), "")
    fen = fen_of(posting) * (-1 if side == "credit" else 1)
    return Line(account=code, name=name, side=side, amount_fen=fen)


def fen_of(posting: Posting) -> int:
    """Return a posting's fen; 0, which no line has, where it is no plain amount of money."""
    units = posting.units
    plain = (posting.cost, posting.price, posting.flag) == (None, None, None)
    if not plain or units is None or units.currency != CURRENCY or units.number is None:
        return 0
    exact = units.number.scaleb(2)
    fen = int(exact)
    return fen if fen == exact else 0
