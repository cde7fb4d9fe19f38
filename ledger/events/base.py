"""业务事件: what an event is, how it is read from words and written back to them.

A kind is a frozen dataclass in a file of its own. Its attributes are declared with the word
they carry in a file (English name, 中文 heading, how it is read), so that files, templates
and storage all follow from the class.
"""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from ledger.basis.errors import Finding
from ledger.basis.money import yuan
from ledger.events import words
from ledger.events.words import BenefitLine, Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """How one attribute stands in a file: name, heading, reader, and whether it must be there.

    `default` is what it is where the file does not say.
    """

    name: str
    label: str
    read: words.Parser
    required: bool
    default: object


class BankUse(NamedTuple):
    """The bank movement an event makes: account, side (`in` or `out`) and fen."""

    account: str
    side: str
    amount_fen: int


def word(label: str, read: words.Parser, *, name: str = "", default: Any = ...) -> Any:
    """Declare an attribute of an event; one with a default may be left out of a file."""
    meta = {"label": label, "read": read, "name": name, "required": default is ...}
    return field(metadata=meta) if default is ... else field(metadata=meta, default=default)


def hospital_word() -> str:
    """Declare the hospital of an event."""
    return word("医疗机构编码", words.as_hospital)  # type: ignore[no-any-return]


def year_word() -> int:
    """Declare the prepayment year of an event."""
    return word("预付年度", words.as_year)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened: the words common to all kinds.

    `date` is the day of the fact (the bank's day), `booked` the 记账日期 asked for or None;
    `corrects` is the id of the voucher that a red or blue voucher corrects.
    """

    KIND: ClassVar[str] = ""
    #: Paper types without which the event is refused.
    PAPERS: ClassVar[tuple[str, ...]] = ()
    #: True for what only the program itself makes.
    INTERNAL: ClassVar[bool] = False
    #: True for a 登记事项: it has no legs and no voucher, and is chained when approved.
    LEGLESS: ClassVar[bool] = False
    #: True for what the chief approves.
    CHIEF: ClassVar[bool] = False

    book: str
    key: str
    date: datetime.date = word("日期", words.as_date)
    booked: datetime.date | None = word("记账日期", words.as_date, default=None)
    summary: str = word("摘要", words.as_text, default="")
    irregular: bool = word("特殊情况", words.as_flag, default=False)
    papers: tuple[Paper, ...] = word("附件", words.as_papers, default=())
    corrects: str = word("更正凭证", words.as_text, default="")
    hospital: str = ""
    year: int = 0
    amount_fen: int = word("金额", words.as_fen, name="amount", default=0)

    @property
    def shown_fen(self) -> int:
        """Say the amount that a list shows of it: what it moves."""
        return self.amount_fen

    @property
    def corrected(self) -> str:
        """Name the voucher that it puts right, by id; "" for none."""
        return self.corrects

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Say what this kind's own rules refuse, each with its clause."""
        raise AssertionError(facts)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Return the legs that the event posts."""
        raise AssertionError(facts)

    def claims(self, facts: Facts) -> tuple[Leg, ...]:
        """Return what it would take from balances, even where its checks refuse it."""
        return self.legs(facts)

    def default_summary(self, facts: Facts) -> str:
        """Return the lawful 摘要 where none was written."""
        raise AssertionError(facts)

    @classmethod
    def papers_needed(cls, held: Collection[str]) -> tuple[str, ...]:  # noqa: ARG003
        """Name the papers without which an event is refused that holds papers of these types."""
        return cls.PAPERS

    def approver_findings(self, facts: Facts, name: str) -> Iterator[Finding]:
        """Say why this person may not approve the event, whatever roles they hold."""
        return iter(())

    def bank_use(self) -> BankUse | None:
        """Return the bank movement that a receipt of this event proves; None where none moves."""
        return None

    def refusal(
        self, code: str, message: str, remedy: str, *, clause: str = "", field: str = ""
    ) -> Finding:
        """Word a finding about this event: a rule of form, which has no door."""
        return Finding(
            code=code, message=message, remedy=remedy, clause=clause, field=field, key=self.key
        )

    def forbidden(
        self, code: str, message: str, remedy: str, *, clause: str, field: str = ""
    ) -> Finding:
        """Word a finding of permission: `irregular` records what has happened against it."""
        return replace(
            self.refusal(code, message, remedy, clause=clause, field=field), permission=True
        )


def words_of(kind: type[Event]) -> Mapping[str, Word]:
    """List the words of a kind by attribute, in the order they are declared."""
    return MappingProxyType(
        {
            item.name: Word(
                name=item.metadata["name"] or item.name,
                label=item.metadata["label"],
                read=item.metadata["read"],
                required=item.metadata["required"],
                default=item.default,
            )
            for item in dataclasses.fields(kind)
            if "label" in item.metadata
        }
    )


def read_event(
    kind: type[Event], spelled: Mapping[str, Word], book: str, key: str, raw: Mapping[str, object]
) -> tuple[Event | None, list[Finding]]:
    """Read an event of a kind from the words of a row; every fault comes back at once.

    `spelled` is `words_of(kind)`, worked out once per file; `raw` has the words by English name.
    """
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for attribute, spec in spelled.items():
        given = raw.get(spec.name)
        if given is None or given in ("", []):
            if spec.required:
                findings.append(missing(key, spec))
            continue
        try:
            values[attribute] = spec.read(given)
        except words.Unclear as error:
            findings.append(
                Finding(
                    code="WORD_UNREADABLE",
                    message=error.what,
                    remedy=error.remedy,
                    field=f"{spec.name} {spec.label}",
                    key=key,
                    unreadable=True,
                )
            )
    if findings:
        return None, findings
    return kind(book=book, key=key, **values), []  # type: ignore[arg-type]


def missing(key: str, spec: Word) -> Finding:
    """Word that a required word is not there."""
    return Finding(
        code="WORD_MISSING",
        message=f"缺少{spec.label}（{spec.name}）",
        remedy=f"填写{spec.label}",
        field=f"{spec.name} {spec.label}",
        key=key,
        unreadable=True,
    )


def event_words(event: Event) -> dict[str, object]:
    """Write an event back as the words it is read from; defaults are left out."""
    tree: dict[str, object] = {}
    for attribute, spec in words_of(type(event)).items():
        value = getattr(event, attribute)
        if value != spec.default:
            tree[spec.name] = written(attribute, value)
    return tree


def flag_word(value: bool) -> str:  # noqa: FBT001  # The value is what is written.
    """Write yes or no."""
    return "yes" if value else "no"


#: How values of a type are written; all others as their text.
WRITERS: Mapping[type, Callable[[Any], object]] = MappingProxyType(
    {
        Paper: words.paper_tree,
        BenefitLine: words.line_tree,
        bool: flag_word,
        datetime.date: datetime.date.isoformat,
    }
)


def written(name: str, value: object) -> object:
    """Write one value as the word it is read from."""
    if isinstance(value, tuple):
        return [written(name, item) for item in value]
    if type(value) is int and name.endswith("_fen"):
        return yuan(value)
    return WRITERS.get(type(value), str)(value)
