"""Chain files to attack: two years of a book as exported, and an attacker who signs anew.

`resign` is what somebody does who has read docs/chain-format.md: every digest, link and seal is
made to fit again. Then only the printed 封存码, or a rule of accounting, tells.
"""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ledger.audit import check_chain
from ledger.audit.check_chain import HEAD, KINDS, SEAL, digest
from ledger.voucher.chain import genesis, link_of
from ledger.voucher.sealing import seal_digest
from ledger.workflow.close.export import export_all
from ledger.workflow.close.export_chain import export_chain
from tests.office import EMPLOYEE, FIRST, SECOND, Office

if TYPE_CHECKING:
    from pathlib import Path

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """A chain file as exported, read as records, and the newest 封存码 as printed."""

    records: tuple[Record, ...]
    seal: str

    def copy(self) -> list[Record]:
        """Take the records to change."""
        return deepcopy(list(self.records))


def two_years(office: Office) -> None:
    """Post 2026 with a correction, close it, then January 2027 closed and February open."""
    office.fund("1000000.00")
    office.on("2026-03-10")
    office.post(
        office.pay(FIRST, "600000.00", key="拨付-1"),
        office.pay(SECOND, "1000.00", key="拨付-2"),
    )
    office.correct("拨付-2", right=[office.pay(FIRST, "1000.00", key="拨付-3")])
    office.post()
    office.on("2026-12-05")
    office.close(*(f"2026-{month:02d}" for month in range(1, 12)), book=EMPLOYEE)
    office.on("2026-12-20")
    office.post(
        office.give_back(FIRST, "450000.00"),
        recall(office, key="收回-1"),
        office.row("withdrawal", date="2026-12-20", event="收回-1", reason="登记错误"),
    )
    office.on("2027-01-05")
    office.close("2026-12", book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)
    office.post(office.give_back(FIRST, "150000.00", day="2027-01-04"))
    office.on("2027-02-03")
    office.close("2027-01", book=EMPLOYEE)
    office.post(office.pay(FIRST, "3000.00", day="2027-02-02"))


def recall(office: Office, day: str = "2026-12-20", **words: object) -> dict[str, object]:
    """Write the row of a 收回通知, a 登记事项."""
    given = {"hospital": SECOND, "year": "2026", "trigger": "misuse", "notified_on": day, **words}
    return office.row("recall", date=day, **given)


def exported(office: Office, path: Path, year: int) -> Exported:
    """Export a year, and read it back."""
    done = export_chain(office.desk, path, EMPLOYEE, year)
    return Exported(tuple(read(path)), done.last_seal)


def read(path: Path) -> list[Record]:
    """Read a chain file's records."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path: Path, records: list[Record]) -> Path:
    """Write records as a chain file."""
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in records]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return path


def codes_of(path: Path, *seals: str) -> list[str]:
    """Check a file; give the codes of what was found, or of why it cannot be read."""
    try:
        findings, _ = check_chain.check(str(path), list(seals))
    except ValueError as error:
        findings = [str(error)]
    return [finding.split(" ")[0] for finding in findings]


def of_kind(records: list[Record], kind: str) -> list[Record]:
    """List the records of a kind."""
    return [record for record in records if record["record"] == kind]


def journal_of(book: str, row: Record) -> str:
    """Digest a link's journal part."""
    words = [line[name] for line in row["lines"] for name in KINDS["line"]]
    head = [row[name] for name in HEAD]
    return digest("prepay/1", "journal", book, *head, len(row["lines"]), *words)


def resign(records: list[Record]) -> str:
    """Make positions, digests, links and seals fit the records as they stand; give the seal."""
    book, year = records[0]["book"], records[0]["year"]
    heads = [genesis(book, year)]
    for position, row in enumerate(of_kind(records, "link"), 1):
        row["position"], row["journal"] = position, journal_of(book, row)
        row["link"] = link_of(heads[-1], row["journal"], row["fact"])
        heads.append(row["link"])
    for row in of_kind(records, "seal"):
        row["position"] = min(row["position"], len(heads) - 1)
        row["head"] = heads[row["position"]]
        figures(records, row)
    return reseal(records)


def month_of(row: Record) -> str:
    """Name the month that a link counts in: its voucher's period, or the month it is booked in."""
    return str(row["label"] or row["booked"])[:7]


def vouchers(records: list[Record]) -> list[Record]:
    """List the links that are vouchers."""
    return [row for row in of_kind(records, "link") if row["label"]]


def registers(records: list[Record]) -> list[Record]:
    """List the links that are 登记事项."""
    return [row for row in of_kind(records, "link") if not row["label"]]


def figures(records: list[Record], seal: Record) -> None:
    """Make a seal's counts, totals and balances fit the lines."""
    period = seal["period"]
    names: dict[str, str] = {}
    sums: dict[str, list[int]] = {}
    links = of_kind(records, "link")
    for row in of_kind(records, "opening"):
        names.setdefault(row["account"], row["name"])
        sums.setdefault(row["account"], [0, 0, 0])[0] += row["fen"]
    for row in vouchers(records):
        for line in row["lines"]:
            names.setdefault(line["account"], line["name"])
            amounts = sums.setdefault(line["account"], [0, 0, 0])
            credit = line["side"] == "credit"
            if row["label"][:7] < period:
                amounts[0] += -line["fen"] if credit else line["fen"]
            elif row["label"][:7] == period:
                amounts[1 + credit] += line["fen"]
    inside = [row for row in links if month_of(row) == period]
    seal["vouchers"], seal["events"] = sum(1 for row in inside if row["label"]), len(inside)
    seal["debit_fen"], seal["credit_fen"] = (
        sum(amounts[side] for amounts in sums.values()) for side in (1, 2)
    )
    words: list[object] = []
    for code in sorted(sums):
        opening, debit, credit = sums[code]
        if opening or debit or credit:
            words += [code, names[code], opening, debit, credit, opening + debit - credit]
    seal["balances_digest"] = digest("prepay/1", "balances", *words)


def reseal(records: list[Record]) -> str:
    """Make the seals' own digests and links fit, and give the newest; figures stay as they are."""
    previous = None
    for row in of_kind(records, "seal"):
        row["previous"] = row["previous"] if previous is None else previous
        previous = row["digest"] = seal_digest({name: row[name] for name in SEAL})
    assert previous is not None, "the year has a seal"
    return previous


def exported_years(template: Path, folder: Path) -> Path:
    """Export the two years of the employee book as journals; gives the book's folder."""
    shutil.copyfile(template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    two_years(office)
    export_all(office.desk, folder / "journals", "620100/employee")
    office.desk.engine.dispose()
    return folder / "journals" / "620100-employee"
