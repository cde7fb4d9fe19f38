"""Checks of the chain, the seals and what hangs from them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ledger.audit.invariants import UNREADABLE, Row, Stored, broken
from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import LEGLESS
from ledger.store.rows import content_digest_of
from ledger.voucher.chain import genesis, link_of
from ledger.voucher.posting import digest_of_fact, digest_of_journal, form_of, no_voucher
from ledger.voucher.sealing import balances_digest, seal_digest, signatures_digest
from ledger.voucher.shown import BalanceRow, lines_of, voucher_label
from ledger.voucher.signing.signed import (
    fact_digest_signed,
    journal_digest_signed,
    parts_of,
    private_pairs,
    public_pairs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.basis.errors import Finding
    from ledger.masters.leg import Leg
    from ledger.voucher.shown import Line
    from ledger.voucher.signing.signed import FactParts

CLAUSE_KEPT = "财会〔2024〕12号·二十一(三)"
CLAUSE_PROOF = "财会〔2024〕12号·三十一"


def check_chain(stored: Stored) -> Iterator[Finding]:
    """Each link follows from the one before it and from the rows as they stand."""
    # A leaf that is not opened has no name, and breaks the digest instead of the check.
    names = defaultdict(str, {code: leaf.name for code, leaf in stored.leaves.items()})
    for year, links in stored.links.items():
        previous = genesis(stored.book.code, year)
        for expected, row in enumerate(links, 1):
            label = label_of(stored, row)
            if row["position"] != expected:
                yield broken(
                    "CHAIN_POSITION",
                    f"{year} 年第 {expected} 环缺失（读到第 {row['position']} 环，{label}）",
                    CLAUSE_KEPT,
                )
                return
            yield from check_link(stored, row, previous, names, label)
            previous = row["link"]


def check_link(
    stored: Stored, row: Row, previous: str, names: Mapping[str, str], label: str
) -> Iterator[Finding]:
    """Recompute one link's digests from its rows, in the format in which it was written."""
    voucher = voucher_of(row)
    if voucher is None:
        yield broken("VOUCHER_LOST", f"{label}：事项在，凭证不在", CLAUSE_KEPT)
        return
    digests = digests_signed if row["id"] in stored.signing.facts else digests_unsigned
    shown, rest = digests(stored, row, voucher, names)
    if shown != row["journal_digest"]:
        yield broken("JOURNAL_DIGEST", f"{label}：日期、科目、金额或摘要与记账时不同", CLAUSE_KEPT)
    if rest != row["fact_digest"]:
        yield broken("FACT_DIGEST", f"{label}：附件、经办人、时间或内容与记账时不同", CLAUSE_KEPT)
    if link_of(previous, row["journal_digest"], row["fact_digest"]) != row["link"]:
        yield broken("LINK_BROKEN", f"{label}：与前一环接不上", CLAUSE_PROOF)


def voucher_of(row: Row) -> Row | None:
    """Return what a link says of its voucher; None where it should have one and has none."""
    if row["kind"] in LEGLESS:
        return no_voucher(row["kind"])
    if row["period"] is None:
        return None
    voucher = {name: row[name] for name in ("period", "number", "movement", "summary")}
    return voucher | {"id": row["voucher"], "legs": row["legs"], "sheets": row["sheets"]}


def corrected_label(stored: Stored, row: Row) -> str:
    """Return the label of the voucher that a link corrects; "" where it corrects none."""
    if not row["corrects"]:
        return ""
    return voucher_label(*stored.labels.get(row["corrects"], ("", 0)))


def digests_unsigned(
    stored: Stored, row: Row, voucher: Row, names: Mapping[str, str]
) -> tuple[str, str]:
    """Recompute the two digests of a link that nobody signed (prepay/1)."""
    legs = stored.leg_values(row["id"])
    lines = lines_stored(legs, names)
    shown = digest_of_journal(row, voucher, row["form"] or "", corrected_label(stored, row), lines)
    return shown, digest_of_fact(row, voucher, stored.papers.get(row["id"], []), legs)


def digests_signed(
    stored: Stored, row: Row, voucher: Row, names: Mapping[str, str]
) -> tuple[str, str]:
    """Recompute the two digests of a link that people signed (prepay/2)."""
    parts = parts_stored(stored, row, voucher, names)
    fact = stored.signing.facts[row["id"]]
    sets = stored.signing.sets
    prepared, approved = (
        sets[fact[name]].mark() if fact[name] in sets else "" for name in ("prepared", "approved")
    )
    label = voucher_label(row["period"], row["number"]) if row["period"] is not None else ""
    rest = fact_digest_signed(
        parts.private,
        prepared,
        approved,
        chain_year=row["chain_year"],
        position=row["position"],
    )
    return journal_digest_signed(label, parts.public), rest


def parts_stored(stored: Stored, row: Row, voucher: Row, names: Mapping[str, str]) -> FactParts:
    """Recompute the public and the private part of a fact from its rows."""
    legs = stored.leg_values(row["id"])
    lines = lines_stored(legs, names)
    form, label = row["form"] or "", corrected_label(stored, row)
    public = public_pairs(row, voucher, form, label, lines)
    return parts_of(public, private_pairs(row, stored.papers.get(row["id"], []), legs))


def lines_stored(legs: list[Leg], names: Mapping[str, str]) -> tuple[Line, ...]:
    """Write stored legs as lines; a leaf that is not opened has no name."""
    codes = {code for leg in legs for code in (leg.debit.code, leg.credit.code)}
    return lines_of(legs, {code: names.get(code, "") for code in codes})


def label_of(stored: Stored, row: Row) -> str:
    """Name a link for people."""
    if row["period"] is None:
        kind = f"{EVENT_KINDS[row['kind']]} " if row["kind"] in LEGLESS else ""
        return f"{stored.book.code} {kind}{row['key']}"
    return f"{stored.book.code} {voucher_label(row['period'], row['number'])}（{row['key']}）"


def check_rows(stored: Stored) -> Iterator[Finding]:
    """Each voucher has the legs that it declares, its correction link, and nothing hangs loose."""
    for row in stored.rows():
        label = label_of(stored, row)
        if row["kind"] in LEGLESS:
            yield from check_register(stored, row, label)
        elif row["period"] is not None:
            yield from check_voucher(stored, row, label)
    for table, count in stored.hanging:
        if count:
            yield broken("ROWS_ORPHANED", f"{stored.book.code} {table} 有 {count} 行没有对应的事项")


def check_voucher(stored: Stored, row: Row, label: str) -> Iterator[Finding]:
    """A voucher has the legs that it declares, and corrects what its event says."""
    lines = [(leg["line"], leg["legs"]) for leg in stored.legs.get(row["id"], [])]
    if lines != [(line, row["legs"]) for line in range(1, row["legs"] + 1)]:
        yield broken(
            "LEGS_LOST",
            f"{label}：应有 {row['legs']} 条分录，实有 {len(lines)} 条或所载不符",
        )
    form = form_of(row["kind"], row["corrects"]) or None
    if (form, row["corrects"] or None) != (row["form"], row["corrected"]):
        yield broken("CORRECTION_LINK", f"{label}：更正关系与事项所载不同", CLAUSE_KEPT)
    yield from check_content(row, stored.papers.get(row["id"], []), label)


def check_register(stored: Stored, row: Row, label: str) -> Iterator[Finding]:
    """A 登记事项 has no voucher, no legs and corrects nothing; who approved it registered it."""
    if row["period"] is not None or stored.legs.get(row["id"]) or row["corrects"]:
        yield broken("REGISTER_VOUCHER", f"{label}：登记事项不应有凭证、分录或更正关系")
    approved = (row["approved_by"], row["approved_at"])
    if (row["posted_by"], row["posted_at"]) != approved or row["booked"][:4] != str(
        row["chain_year"]
    ):
        yield broken("REGISTER_STEPS", f"{label}：登记人、登记时间应即审核人和审核时间，并在本年")
    yield from check_content(row, stored.papers.get(row["id"], []), label)


def check_content(row: Row, papers: list[Row], label: str) -> Iterator[Finding]:
    """An event's words still read, and have the digest that was noted when it was prepared."""
    try:
        again = content_digest_of(row, papers)
    except UNREADABLE as error:
        what = f"{label}：事项读不懂（{type(error).__name__}：{error}）"
        yield broken("ROW_UNREADABLE", what, CLAUSE_PROOF)
        return
    if again != row["content_digest"]:
        yield broken("CONTENT_DIGEST", f"{label}：事项内容与其校验值不同", CLAUSE_PROOF)


def check_red(stored: Stored) -> Iterator[Finding]:
    """A red voucher repeats its original's legs with negative amounts."""
    rows = {row["id"]: row for row in stored.rows()}
    for row in rows.values():
        if row["kind"] != "red":
            continue
        label = label_of(stored, row)
        wrong = rows.get(row["corrects"])
        mirrored = legs_times(stored, row["corrects"], -1)
        if wrong is None or mirrored != legs_times(stored, row["id"], 1):
            yield broken(
                "RED_UNEQUAL", f"{label}：红字与原凭证不对应", "《会计基础工作规范》第五十一条(五)"
            )
        elif wrong["movement"] != row["movement"]:
            yield broken("RED_MOVEMENT", f"{label}：业务类别与原凭证不同")


def legs_times(stored: Stored, voucher: str, sign: int) -> list[tuple[str, str, int]]:
    """Return a voucher's legs, their amounts times `sign`."""
    return [
        (leg["debit"], leg["credit"], sign * leg["amount_fen"])
        for leg in stored.legs.get(voucher, [])
    ]


def check_seals(stored: Stored) -> Iterator[Finding]:
    """Each seal binds what stands today: counts, totals, balances, chain and the seal before."""
    previous = ""
    for seal in stored.seals:
        name = f"{stored.book.code} {seal['period']} 封存码"
        if seal["digest"] != seal_digest(seal) or seal["previous"] != previous:
            yield broken("SEAL_BROKEN", f"{name}：封存内容或前后衔接被改动", CLAUSE_PROOF)
        previous = seal["digest"]
        yield from check_seal_head(stored, seal, name)
        yield from check_seal_figures(stored, seal, name)


def check_seal_head(stored: Stored, seal: Row, name: str) -> Iterator[Finding]:
    """The chain still reaches the link at which a seal was made, and it is the same."""
    year, position = int(seal["period"][:4]), seal["position"]
    links = stored.links.get(year, [])
    reached = genesis(stored.book.code, year)
    if 0 < position <= len(links):
        reached = links[position - 1]["link"]
    if len(links) < position or reached != seal["head"]:
        yield broken(
            "SEAL_HEAD",
            f"{name}：结账时第 {position} 环，现有 {len(links)} 环，链首不符",
            CLAUSE_PROOF,
        )


def check_seal_figures(stored: Stored, seal: Row, name: str) -> Iterator[Finding]:
    """A seal's counts, totals and balances follow from the legs."""
    at = seal["period"]
    figures = figures_at(stored, at)
    sealed = (seal["vouchers"], seal["events"], seal["debit_fen"], seal["credit_fen"])
    if figures != sealed:
        yield broken(
            "SEAL_FIGURES",
            f"{name}：封存凭证 {sealed[0]} 张、事项 {sealed[1]} 件，"
            f"现有 {figures[0]} 张、{figures[1]} 件，或合计不同",
        )
    if signatures_digest(stored.signatures.get(at, [])) != seal["signatures_digest"]:
        yield broken("SEAL_SIGNATURES", f"{name}：签章与结账时不同", CLAUSE_PROOF)
    if balances_digest(rows_at(stored, at)) != seal["balances_digest"]:
        yield broken("SEAL_BALANCES", f"{name}：余额表与结账时不同", CLAUSE_PROOF)


def figures_at(stored: Stored, period: str) -> tuple[int, int, int, int]:
    """Count a period's vouchers and events, and add up its debits and credits."""
    vouchers, registers, total = 0, 0, 0
    for row in stored.rows():
        if row["period"] == period:
            vouchers += 1
            total += sum(leg["amount_fen"] for leg in stored.legs.get(row["id"], []))
        if row["kind"] in LEGLESS and row["booked"][:7] == period:
            registers += 1
    return vouchers, vouchers + registers, total, total


def rows_at(stored: Stored, period: str) -> list[BalanceRow]:
    """Work out a period's trial balance from the legs alone."""
    sums = sums_at(stored, period)
    return [
        BalanceRow(
            leaf=stored.leaves[account], opening_fen=row[0], debit_fen=row[1], credit_fen=row[2]
        )
        for account, row in sorted(sums.items())
        if any(row) and account in stored.leaves
    ]


def sums_at(stored: Stored, period: str) -> dict[str, list[int]]:
    """Add up each leaf's opening balance and its turnover in a period."""
    sums: dict[str, list[int]] = {}
    for (account, at), (debit, credit) in stored.again.items():
        row = sums.setdefault(account, [0, 0, 0])
        if at < period or (at.endswith("-00") and at <= period):
            row[0] += debit - credit
        elif at == period:
            row[1] += debit
            row[2] += credit
    return sums
