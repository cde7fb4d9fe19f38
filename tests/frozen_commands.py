"""Which commands are frozen over the sample's books, and in which forms each.

New commands' help, new reports and new kinds of events come in by themselves, from the command
tree and the registries. `write` and the golden list show what came.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from cli import main
from ledger.reports.registry import report_kinds
from tests.frozen_running import run_command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: A table in a pipe, two widths of a terminal, and the files.
WIDTHS: Mapping[str, int] = MappingProxyType({"txt": 0, "80.txt": 80, "120.txt": 120})
EVERY_FORM = (*WIDTHS, "json", "csv", "xlsx")
FEW_FORMS = ("80.txt", "json")

EMPLOYEE, RESIDENT = "620100/employee", "620100/resident"
HAINAN, COUNTY = "460000/employee", "620722/employee"
#: The months that are asked of each book: one that closes a year, and the last with facts.
MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        EMPLOYEE: ("2025-12", "2026-01"),
        RESIDENT: ("2025-12",),
        HAINAN: ("2025-12", "2026-03"),
        "460000/resident": ("2026-03",),
        "620700/employee": ("2026-04",),
        "620700/resident": ("2026-04",),
        COUNTY: ("2026-04",),
        "620722/resident": ("2026-04",),
    }
)
#: What a report is asked besides its month.
FURTHER: tuple[tuple[str, str], ...] = (
    (EMPLOYEE, "trial-balance --as-of 2025-06-12"),
    (EMPLOYEE, "subledger --hospital H62010200056 --from 2025-01 --period 2025-12"),
    (EMPLOYEE, "subledger --account 1101 --year 2023 --from 2025-01 --period 2026-01"),
    (RESIDENT, "journal --from 2025-03 --period 2025-06"),
    (HAINAN, "journal --from 2025-07 --period 2026-03"),
    (EMPLOYEE, "cash-journal --account 1003 --from 2025-01 --period 2025-12"),
    (EMPLOYEE, "general-ledger --account 1101.01 --year 2025"),
    (EMPLOYEE, "open-items --as-of 2025-09-30"),
    (EMPLOYEE, "open-items --items --period 2025-12"),
    (HAINAN, "open-items --items --year 2025 --period 2026-03"),
    (HAINAN, "settlement --year 2025 --agency 海口市医疗保障服务中心"),
    (EMPLOYEE, "registers --from 2025-01 --period 2026-01"),
    (COUNTY, "registers --from 2026-01 --period 2026-04 --year 2026"),
    (RESIDENT, "irregular --as-of 2025-03-20"),
    (RESIDENT, "trial-balance --as-of 2025-03-20"),
    (EMPLOYEE, "memorandum --hospital H62010200056 --period 2026-01"),
    (HAINAN, "memorandum --year 2025 --as-of 2025-12-24"),
    (COUNTY, "publication --year 2026"),
    (EMPLOYEE, "tie-out --year 2025"),
    (HAINAN, "tie-out --year 2026"),
    (COUNTY, "monitoring --as-of 2026-03-10"),
)
#: Whatever else reads, as it is typed: in every form, and in a few.
READS = (
    *("due --on 2025-12-25 --book 620100/employee", "due --on 2026-03-31 --book 620722/employee"),
    *("close status", "draft list", "confirm list", "hospital list"),
    *("voucher list --book 460000/employee", "bank list --book 620100/employee"),
    *("bank adjust --period 2025-12 --book 620100/employee", "log --person 韩屿舟"),
    "confirm letters --date 2025-12-31 --book 460000/employee",
    "policy show --book 620722/employee",
    *("assess show --year 2025 --area 620100", "assess show --year 2026 --area 620722"),
    *("assess plan --year 2025 --area 620100", "assess show --year 2025 --area 620100 --public"),
)
MORE_READS = (
    *("due", "due --on 2025-03-31 --book 620100/resident"),
    *("due --on 2025-12-16 --book 460000/employee", "due --on 2026-01-15 --book 460000/employee"),
    *("verify --book 460000/employee", "voucher list --from 2025-03 --period 2025-03"),
    *("hospital list --agency 海口市医疗保障服务中心", "log --since 2025-04-14 --until 2025-06-12"),
    *("log --find 拒绝", "log --person 方以宁 --book 620100/resident", "log"),
    *("confirm list --open --book 620100/employee", "bank list --book 620100/employee --open"),
    "confirm letters --date 2025-12-31 --book 620100/employee --hospital 兰州禾康老年病医院",
    "bank adjust --period 2025-11 --book 620100/employee",
    *(
        f"assess {show} --year {year} --area 460000"
        for year in (2025, 2026)
        for show in ("show", "plan", "show --public")
    ),
    "assess show --year 2025 --area 620100 --hospital H62010200056",
    *(f"policy show --book {book}" for book in (EMPLOYEE, HAINAN, "620700/employee")),
    "policy show --book 620100/employee --on 2025-06-30",
    *(
        "policy show base_years --book 620100/employee",
        "policy show 甘肃·三 --book 620722/employee",
    ),
    *("policy show floor --book 460000/employee", "policy show G-10 --book 620100/employee"),
)
FIGURES = ("1101", "1004", "1003", "3001", "2001")
#: A hospital with something to explain in its book.
HOSPITALS = ((EMPLOYEE, "H62010200056"), (HAINAN, "H46040000052"), (COUNTY, "H62072200013"))
#: Commands that are turned away, without changing anything.
REFUSED = (
    "report settlement --hospital H62010000001 --book 620100/employee",
    "report general-ledger --account 9999 --book 620100/employee",
    "report trial-balance --as-of 2025-02-30",
    "report trial-balance --book 999999/employee",
    "explain 没有这个编号 --book 620100/employee",
    "voucher show 2025-13",
    "close month 2026-01 --book 620100/employee",
    "bank list",
    "policy show 没有这个名称 --book 620100/employee",
    "nonsense",
    "approve",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A command to freeze: its words, and the endings of the forms to ask for."""

    words: tuple[str, ...]
    forms: tuple[str, ...]

    def name(self, form: str) -> str:
        """Name an output after its command, as a file may be called."""
        plain = " ".join(self.words).replace("/", "-").replace(":", "-")
        return f"{self.words[0]}/{plain}.{form}"

    def made(self, form: str) -> bytes:
        """Run the command in a form."""
        if form in WIDTHS:
            return run_command(*self.words, columns=WIDTHS[form])
        return run_command(*self.words, "--format", form)


def typed(text: str, forms: tuple[str, ...] = FEW_FORMS) -> Frozen:
    """Freeze a command as it is typed."""
    return Frozen(words=tuple(text.split()), forms=forms)


def frozen_commands() -> Iterator[Frozen]:
    """List every command to freeze; it is run in the folder of the sample's database."""
    yield from asked_reports()
    yield from (typed(text, EVERY_FORM) for text in READS)
    yield from (typed(text) for text in MORE_READS)
    yield from asked_vouchers()
    yield from asked_origins()
    yield from (typed(text, ("txt",)) for text in REFUSED)
    for path in command_paths(main):
        yield Frozen(words=(*path, "--help"), forms=("txt",))


def asked_reports() -> Iterator[Frozen]:
    """List every report of every book, its first month in all forms, then what else is asked."""
    for book, months in MONTHS.items():
        forms = EVERY_FORM if book in (EMPLOYEE, HAINAN) else ("txt", "json")
        for name in report_kinds():
            words = ("report", name, "--book", book, "--period")
            yield Frozen(words=(*words, months[0]), forms=forms)
            for month in months[1:]:
                yield Frozen(words=(*words, month), forms=("json",))
    for name in report_kinds():
        yield Frozen(words=("report", name), forms=("json",))
    for book, further in FURTHER:
        yield typed(f"report {further} --book {book}")


def asked_vouchers() -> Iterator[Frozen]:
    """List the vouchers of each book, some of the large ones on paper's width."""
    for book in MONTHS:
        listed = vouchers_of(book)
        for number, first in enumerate(range(0, len(listed), 80), 1):
            words = ("voucher", "show", *listed[first : first + 80], "--book", book)
            yield Many(words=words, forms=("txt", "json"), label=f"voucher show {book} {number}")
        for voucher in listed[3::40]:
            yield Frozen(words=("voucher", "show", voucher, "--book", book), forms=EVERY_FORM)


def asked_origins() -> Iterator[Frozen]:
    """List what is explained: figures, vouchers, and a 登记事项 of every kind in each book."""
    for book, months in MONTHS.items():
        for voucher in vouchers_of(book)[5::24]:
            yield Frozen(words=("explain", voucher, "--book", book), forms=("txt", "json"))
        asked = ("report", "registers", "--book", book, "--from", "2025-01", "--period", months[-1])
        by_kind = {event["kind"]: event["key"] for event in tree_of(*asked)["registers"]}
        for key in by_kind.values():
            yield Frozen(words=("explain", key, "--book", book), forms=("txt", "json"))
        for figure in FIGURES:
            words = ("explain", figure, "--book", book, "--period", months[0])
            yield Frozen(words=words, forms=("txt",))
    for book, hospital in HOSPITALS:
        yield typed(f"explain {hospital} --period {MONTHS[book][0]} --book {book}", EVERY_FORM)
    for side in ("借", "贷"):
        yield typed(f"explain 1101.01 --side {side} --period 2025-03 --book {EMPLOYEE}")


def vouchers_of(book: str) -> list[str]:
    """List the numbers of a book's vouchers."""
    return [
        voucher["voucher"] for voucher in tree_of("voucher", "list", "--book", book)["vouchers"]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Many(Frozen):
    """A command with more words than a file's name can hold, under a label instead."""

    label: str

    def name(self, form: str) -> str:
        """Name an output after the label."""
        return f"{self.words[0]}/{self.label.replace('/', '-')}.{form}"


def tree_of(*words: str) -> Any:
    """Read what a command gives as JSON."""
    return json.loads(run_command(*words, "--format", "json"))


def command_paths(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """List the words of every command and group below a group."""
    context = click.Context(group)
    for name in group.list_commands(context):
        yield (*before, name)
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from command_paths(command, (*before, name))
