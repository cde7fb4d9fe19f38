"""The chain's format: docs/chain-format.md is enough to prove it, with `hashlib` and nothing else.

The functions of this file know nothing of the ledger; they are what a stranger would write
after reading the page.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.encoding import digest, encode
from ledger.store.engine import reading
from ledger.voucher.chain import genesis, link_of
from ledger.voucher.posting import FACT_COLUMNS, digest_of_fact, digest_of_journal
from ledger.voucher.sealing import SEAL_COLUMNS, seal_digest
from ledger.voucher.shown import Line
from ledger.voucher.signing.signed import PAPER_COLUMNS
from tests.office import EMPLOYEE, FIRST, SECOND, Office

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PAGE = (Path(__file__).parents[1] / "docs" / "chain-format.md").read_text("utf-8")
EXAMPLES = [
    (json.loads(fields), found)
    for fields, found in re.findall(r"```json\n(.*?)\n```\n\nSHA-256: `(\w{64})`", PAGE, re.DOTALL)
]
BY_WORD: dict[str, tuple[list[str], str]] = {
    fields[1]: (fields, found) for fields, found in EXAMPLES if fields[0] == "prepay/1"
}


def netstrings(fields: Iterable[str]) -> bytes:
    """Write fields as the page says."""
    return b"".join(
        str(len(raw)).encode() + b":" + raw + b","
        for raw in (field.encode("utf-8") for field in fields)
    )


def sha(fields: Iterable[str]) -> str:
    """Digest fields as the page says."""
    return hashlib.sha256(netstrings(fields)).hexdigest()


def linked(previous: str, journal: str, fact: str) -> str:
    """Make a link as the page says."""
    return hashlib.sha256(bytes.fromhex(previous + journal + fact)).hexdigest()


def test_the_page_has_an_example_of_every_digest() -> None:
    assert list(BY_WORD) == ["genesis", "journal", "fact", "balances", "signatures", "seal"]


@pytest.mark.parametrize("word", BY_WORD)
def test_each_example_of_the_page_comes_out_with_hashlib_alone(word: str) -> None:
    fields, found = BY_WORD[word]
    assert sha(fields) == found
    assert digest(fields) == found


def test_the_link_of_the_page_ties_its_three_digests() -> None:
    parts = dict(re.findall(r"^(previous|journal|fact) +(\w{64})$", PAGE, re.MULTILINE))
    found = re.search(r"Link: `(\w{64})`", PAGE)
    assert found is not None
    assert parts == {
        "previous": BY_WORD["genesis"][1],
        "journal": BY_WORD["journal"][1],
        "fact": BY_WORD["fact"][1],
    }
    assert linked(parts["previous"], parts["journal"], parts["fact"]) == found[1]
    assert link_of(parts["previous"], parts["journal"], parts["fact"]) == found[1]
    seal, _ = BY_WORD["seal"]
    assert seal[2 + SEAL_COLUMNS.index("head")] == found[1]
    assert seal[2 + SEAL_COLUMNS.index("balances_digest")] == BY_WORD["balances"][1]
    assert seal[2 + SEAL_COLUMNS.index("signatures_digest")] == BY_WORD["signatures"][1]


def test_the_program_writes_the_very_fields_of_the_page() -> None:
    """The page's order of columns is the code's."""
    fields, found = BY_WORD["fact"]
    words = fields[3 : 3 + int(fields[2])]
    event = dict(zip(FACT_COLUMNS, words, strict=False))
    id_, legs, sheets = words[len(FACT_COLUMNS) :]
    at = 3 + len(words)
    assert fields[at] == "1"
    paper = dict(zip(PAPER_COLUMNS, fields[at + 1 :], strict=False))
    assert len(fields) == at + 1 + len(PAPER_COLUMNS) + 1 + 3
    voucher: dict[str, str | int] = {"id": id_, "legs": legs, "sheets": sheets}
    from ledger.masters.chart import Account
    from ledger.masters.leg import Leg

    debit, credit, fen = fields[-3:]
    leg = Leg(
        debit=Account(code=debit, base=debit),
        credit=Account(code=credit, base=credit),
        amount_fen=int(fen),
    )
    assert digest_of_fact(event, voucher, [paper], [leg]) == found

    shown, expected = BY_WORD["journal"]
    lines = [
        Line(account=shown[i], name=shown[i + 1], side=shown[i + 2], amount_fen=int(shown[i + 3]))
        for i in range(14, len(shown), 4)
    ]
    voucher |= {"period": "2026-03", "number": 1, "movement": shown[7], "summary": shown[10]}
    assert digest_of_journal(event, voucher, shown[11], shown[12], lines) == expected

    seal, sealed = BY_WORD["seal"]
    assert seal_digest(dict(zip(SEAL_COLUMNS, seal[2:], strict=True))) == sealed
    assert genesis(EMPLOYEE, 2026) == BY_WORD["genesis"][1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["ab", "c"], ["a", "bc"]),
        (["a", ""], ["a"]),
        (["", "a"], ["a", ""]),
        (["1:a,"], ["a"]),
        (["a,1:b"], ["a", "b"]),
        (["记"], ["\u8bb0 "]),
    ],
)
def test_two_lists_of_fields_never_have_the_same_bytes(one: list[str], other: list[str]) -> None:
    assert encode(one) != encode(other)
    assert encode(one) == netstrings(one)


def test_a_length_counts_bytes_and_not_characters() -> None:
    assert encode(["记", "-1"]) == "3:记,2:-1,".encode()


def rows(office: Office, query: str) -> list[Mapping[str, object]]:
    """Read rows with plain SQL."""
    with reading(office.desk.engine) as conn:
        return [dict(row) for row in conn.execute(sa.text(query)).mappings()]


def text(row: Mapping[str, object], *names: str) -> list[str]:
    """Write columns as fields."""
    return [str(row[name]) for name in names]


def label(row: Mapping[str, object], prefix: str = "") -> str:
    """Write a voucher's label from its period and number; a 登记事项 has none."""
    if row[prefix + "period"] is None:
        return ""
    period, number = str(row[prefix + "period"]), int(str(row[prefix + "number"]))
    return f"{period} {'期初' if period.endswith('-00') else '记'}-{number:04d}"


LINKS = f"""
SELECT e.*, v.period, v.number, COALESCE(v.movement, e.kind) AS movement,
       COALESCE(v.summary, '') AS summary, COALESCE(v.id, '') AS voucher,
       COALESCE(v.legs, 0) AS legs, COALESCE(v.sheets, 0) AS sheets,
       COALESCE(c.form, '') AS form, w.period AS wrong_period, w.number AS wrong_number
FROM event e LEFT JOIN voucher v ON v.book = e.book AND v.id = e.id
LEFT JOIN correction c ON c.book = e.book AND c.voucher = e.id
LEFT JOIN voucher w ON w.book = e.book AND w.id = c.corrects
WHERE e.book = '{EMPLOYEE}' ORDER BY e.chain_year, e.position
"""


def test_a_stranger_proves_a_real_chain_and_its_seals_from_the_rows(office: Office) -> None:
    """Everything is worked out again from plain rows by the page alone."""
    office.fund("1000000.00")
    office.on("2026-03-31")
    office.post(office.pay(FIRST, "1000.00", key="拨付-1"), office.pay(SECOND, "2000.00"))
    office.correct("拨付-1", day=office.clock.now().date())
    office.post()
    office.on("2026-04-02")
    office.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)

    names = {str(r["code"]): str(r["name"]) for r in rows(office, "SELECT * FROM account")}
    previous, heads = sha(["prepay/1", "genesis", EMPLOYEE, "2026"]), {}
    found = rows(office, LINKS)
    kinds = [str(row["kind"]) for row in found]
    assert (len(kinds), kinds.count("agreement"), kinds.count("assessment")) == (9, 2, 2)
    for position, row in enumerate(found, 1):
        legs = rows(office, f"SELECT * FROM leg WHERE voucher = '{row['id']}' ORDER BY line")
        sums: dict[tuple[str, str], int] = {}
        for side in ("debit", "credit"):
            for leg in legs:
                key = (str(leg[side]), side)
                sums[key] = sums.get(key, 0) + int(str(leg["amount_fen"]))
        shown = ["prepay/1", "journal", EMPLOYEE, label(row)]
        shown += text(row, "booked", "date", "kind", "movement", "hospital", "year", "summary")
        shown += [str(row["form"]), label(row, "wrong_") if row["form"] else "", str(len(sums))]
        for (code, side), fen in sums.items():
            shown += [code, names[code], side, str(fen)]
        papers = rows(office, f"SELECT * FROM evidence WHERE event = '{row['id']}' ORDER BY line")
        words = text(row, *FACT_COLUMNS, "voucher", "legs", "sheets")
        rest = ["prepay/1", "fact", str(len(words)), *words, str(len(papers))]
        for paper in papers:
            rest += text(paper, *PAPER_COLUMNS)
        rest.append(str(len(legs)))
        for leg in legs:
            rest += text(leg, "debit", "credit", "amount_fen")
        assert (row["position"], row["journal_digest"]) == (position, sha(shown))
        assert row["fact_digest"] == sha(rest)
        previous = linked(previous, sha(shown), sha(rest))
        assert row["link"] == previous
        heads[position] = previous

    before = ""
    events = []
    for seal in rows(office, f"SELECT * FROM seal WHERE book = '{EMPLOYEE}' ORDER BY period"):
        assert seal["previous"] == before
        assert seal["head"] == heads[int(str(seal["position"]))]
        before = sha(["prepay/1", "seal", *text(seal, *SEAL_COLUMNS)])
        assert seal["digest"] == before
        events.append((seal["vouchers"], seal["events"]))
    assert events == [(1, 1 + 4), (0, 0), (3, 3)]
