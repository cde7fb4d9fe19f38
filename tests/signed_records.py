"""A signed chain file to attack, and an attacker who signs anew with the keys that he has.

`sign_anew` is what somebody does who has read docs/chain-format.md and has some people's
passwords: every digest, link, seal and set is made to fit again; sets of people whose key he has
not stay as they were signed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ledger.audit.check_chain import HEAD, pairs_digest, tied
from ledger.basis.keys import ALGORITHM
from ledger.voucher.chain import genesis
from tests.chain_files import Record, figures, journal_of, of_kind, reseal
from tests.office import PEOPLE
from tests.signed_office import key_of

if TYPE_CHECKING:
    from collections.abc import Collection

NOTHING = "0" * 64
#: All whose keys there are; whoever holds a key may sign with it, whatever name stands in the set.
EVERYBODY = (*PEOPLE, "新人庚", "外人", "伪")
HOLDERS = {key_of(name).public(): name for name in EVERYBODY}


def said(row: Record, name: str) -> str:
    """Return what a set or a fact of the office says under a name."""
    return str(dict(map(tuple, row["pairs"])).get(name, ""))


def say(row: Record, **words: str) -> None:
    """Let a set or a fact of the office say something else, at the same place."""
    row["pairs"] = [[name, words.get(name, value)] for name, value in row["pairs"]]


def set_named(records: list[Record], id_: str) -> Record:
    """Find a set by its id."""
    return next(row for row in of_kind(records, "set") if row["id"] == id_)


def sets_for(records: list[Record], act: str) -> list[Record]:
    """List the sets of an act."""
    return [row for row in of_kind(records, "set") if said(row, "act") == act]


def signed_links(records: list[Record]) -> list[Record]:
    """List the links that are signed."""
    return of_kind(records, "signed")


def links_of(records: list[Record]) -> list[Record]:
    """List all links, signed or not."""
    return [row for row in records if row["record"] in ("link", "signed")]


def holder(row: Record) -> str:
    """Name who holds the key that a set says."""
    return HOLDERS.get(said(row, "key"), "")


def put_key(row: Record, key_name: str = "") -> None:
    """Sign a set, by default with the key that it says."""
    key = key_of(key_name or holder(row))
    row["signature"] = key.sign(pairs_digest("set", row["pairs"]))


def mark_of(records: list[Record], id_: str) -> str:
    """Digest a set with its signature; empty where there is no such set."""
    found = [row for row in of_kind(records, "set") if row["id"] == id_]
    if not found:
        return ""
    pairs = (("set", pairs_digest("set", found[0]["pairs"])), ("signature", found[0]["signature"]))
    return pairs_digest("set-signed", pairs)


def public_of(book: str, row: Record) -> str:
    """Digest the public part of a link."""
    pairs = [("book", book), *((name, str(row[name])) for name in HEAD[1:])]
    pairs.append(("lines", str(len(row["lines"]))))
    for line in row["lines"]:
        pairs += [(name, str(line[name])) for name in ("account", "name", "side", "fen")]
    return pairs_digest("public", pairs)


def signed_of(book: str, row: Record) -> str:
    """Digest what people sign of a link."""
    return tied(public_of(book, row), row["private"])


def sign_anew(records: list[Record], names: Collection[str] = EVERYBODY) -> str:
    """Make everything fit again, signing for these people; returns the newest seal."""
    office_anew(records, names)
    members_anew(records, names)
    links_anew(records)
    posts_anew(records, names)
    for row in of_kind(records, "seal"):
        heads = heads_of(records)
        row["position"] = min(row["position"], len(heads) - 1)
        row["head"] = heads[row["position"]]
        figures_signed(records, row)
    seal = reseal(records)
    closes_anew(records, names)
    return seal


def office_anew(records: list[Record], names: Collection[str]) -> None:
    """Chain the office anew; what cites it cites it as it is now."""
    head, cited = pairs_digest("genesis", (("book", "-"),)), {}
    for at, row in enumerate(of_kind(records, "office"), 1):
        cited[at - 1] = head
        for made in (set_named(records, row[name]) for name in ("proposed", "confirmed")):
            cite(made, cited, names)
            if made["id"] == row["confirmed"] and holder(made) in names:
                say(made, proposed=mark_of(records, row["proposed"]))
                put_key(made)
        marks = [(name, mark_of(records, row[name])) for name in ("proposed", "confirmed")]
        pairs = [("position", str(at)), ("kind", row["kind"]), ("subject", row["subject"])]
        pairs += [*row["pairs"], *marks, ("recorded_at", row["recorded_at"])]
        row["position"], row["fact"] = at, pairs_digest("office-fact", pairs)
        head = row["link"] = tied(head, row["fact"])
    cited[len(of_kind(records, "office"))] = head
    for row in of_kind(records, "set"):
        if said(row, "book") != "-":
            cite(row, cited, names)


def cite(row: Record, cited: dict[int, str], names: Collection[str]) -> None:
    """Let a set cite the head that stands at the position which it cites, and sign it."""
    at = re.match(r"(\d+):", said(row, "office"))
    if holder(row) in names and at and int(at[1]) in cited:
        say(row, office=f"{at[1]}:{cited[int(at[1])]}")
        put_key(row)


def members_anew(records: list[Record], names: Collection[str]) -> None:
    """Let what was prepared and approved be what the links say now."""
    book = records[0]["book"]
    for row in of_kind(records, "set"):
        act = {"prepare": "prepared", "approve": "approved"}.get(said(row, "act"), "")
        if act and holder(row) in names:
            found = [one for one in signed_links(records) if one[act] == row["id"]]
            members = dict.fromkeys(signed_of(book, one) for one in found)
            rest = [pair for pair in row["pairs"] if pair[0] != "member"]
            row["pairs"] = [*rest, *(["member", one] for one in members)]
            put_key(row)


def links_anew(records: list[Record]) -> None:
    """Chain the links anew."""
    book, year = records[0]["book"], records[0]["year"]
    head = genesis(book, year)
    for position, row in enumerate(links_of(records), 1):
        row["position"] = position
        if row["record"] == "signed":
            public = public_of(book, row)
            row["journal"] = pairs_digest("journal", (("label", row["label"]), ("public", public)))
            row["fact"] = fact_of(records, row)
        else:
            row["journal"] = journal_of(book, row)
        head = row["link"] = tied(head, row["journal"], row["fact"])


def fact_of(records: list[Record], row: Record) -> str:
    """Digest the rest of a signed link."""
    pairs = [("private", row["private"])]
    pairs += [(name, mark_of(records, row[name])) for name in ("prepared", "approved")]
    where = [("chain_year", str(records[0]["year"])), ("position", str(row["position"]))]
    return pairs_digest("fact", [*pairs, *where])


def heads_of(records: list[Record]) -> list[str]:
    """List the genesis and every link."""
    book, year = records[0]["book"], records[0]["year"]
    return [genesis(book, year), *(row["link"] for row in links_of(records))]


def posts_anew(records: list[Record], names: Collection[str]) -> None:
    """Let what was posted be the links that are there."""
    heads = heads_of(records)
    for row in sets_for(records, "post"):
        found = [one for one in signed_links(records) if one["posted"] == row["id"]]
        if holder(row) in names and found:
            row["pairs"] = [*row["pairs"][:7], *posted_of(records[0]["year"], heads, found)]
            put_key(row)


def posted_of(year: int, heads: list[str], found: list[Record]) -> list[list[str]]:
    """Say what a posting says of its links."""
    first, last = found[0]["position"], found[-1]["position"]
    labels: dict[str, list[str]] = {}
    for one in found:
        if one["label"]:
            labels.setdefault(one["label"][:7], []).append(one["label"])
    numbers = [["numbers", f"{min(some)}…{max(some)}"] for _, some in sorted(labels.items())]
    words = {"year": year, "previous": heads[first - 1], "head": heads[last]}
    words |= {"first": first, "last": last}
    return [*([name, str(value)] for name, value in words.items()), *numbers]


def figures_signed(records: list[Record], seal: Record) -> None:
    """Make a seal's counts, totals and balances fit, whether links are signed or not."""
    plain = [{**row, "record": "link"} if row["record"] == "signed" else row for row in records]
    figures(plain, seal)


def closes_anew(records: list[Record], names: Collection[str]) -> None:
    """Let closes be of the seals as they are now."""
    seals = {row["period"]: row for row in of_kind(records, "seal")}
    for row in sets_for(records, "close"):
        seal = seals.get(said(row, "period"))
        if seal and holder(row) in names:
            head = {"position": str(seal["position"]), "head": seal["head"]}
            say(row, seal=seal["digest"], **head)
            put_key(row)


def add_fact(
    records: list[Record],
    kind: str,
    subject: str,
    pairs: list[list[str]],
    two: tuple[str, str],
    *,
    key: str = "",
) -> None:
    """Add a fact to the office's chain that two people sign once `sign_anew` has been here.

    `key` names whose key the second signs with, where it is not their own.
    """
    count = len(of_kind(records, "office"))
    content = pairs_digest("office-content", pairs)
    told = [["kind", kind], ["subject", subject], ["content", content]]
    words = [pair for pair in told if pair[1]]
    acts: tuple[tuple[str, str, list[list[str]]], ...] = (
        ("propose", two[0], []),
        ("confirm", two[1], [["proposed", "-"]]),
    )
    made = [
        {
            "record": "set",
            "id": f"{kind}-{count}-{act}",
            "pairs": [*head_of("-", act, by, f"{count}:-"), *more, *words],
            "signature": "0" * 128,
        }
        for act, by, more in acts
    ]
    say(made[1], key=key_of(key or two[1]).public())
    fact = {"record": "office", "position": 0, "kind": kind, "subject": subject, "pairs": pairs}
    fact |= {name: one["id"] for name, one in zip(("proposed", "confirmed"), made, strict=True)}
    fact |= {"recorded_at": "2026-03-11T09:00:00+08:00", "fact": NOTHING, "link": NOTHING}
    records.insert(1 + count, fact)
    last = max(at for at, row in enumerate(records) if row["record"] == "set")
    records[last + 1 : last + 1] = made


def head_of(book: str, act: str, by: str, office: str) -> list[list[str]]:
    """Write what a set says first."""
    words = {"book": book, "act": act, "by": by, "algorithm": ALGORITHM}
    words |= {"key": key_of(by).public()}
    words |= {"at": "2026-03-11T09:00:00+08:00", "office": office}
    return [[name, value] for name, value in words.items()]


def cite_newest(records: list[Record], *rows: Record) -> None:
    """Let sets lean on the newest fact of the office."""
    for row in rows:
        say(row, office=f"{len(of_kind(records, 'office'))}:-")


def by_another(row: Record, name: str) -> None:
    """Let a set be somebody else's, by their own key."""
    say(row, by=name, key=key_of(name).public())
    put_key(row)
