"""登记回函: answers of hospitals, singly or by list, become drafts; so do explanations.

A row names its letter by number, or by hospital and cut-off. Rows of one letter, one for each
prepayment year, are one answer: whole, and from one reply.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse_by_row
from ledger.basis.money import grouped, yuan
from ledger.basis.terms import CONFIRMATIONS
from ledger.events.confirmations.confirming import CLAUSE
from ledger.intake.assess_words import fault, read_list
from ledger.intake.confirm_words import ANSWERS, FILLED, free_key
from ledger.intake.raw_row import RawRow
from ledger.store.bank.confirm import read_explaining, read_letters
from ledger.store.engine import reading
from ledger.store.relations.events import read_withdrawals
from ledger.workflow.confirm.figures import read_figures
from ledger.workflow.confirm.standing import balances_by_hospital
from ledger.workflow.desk import books_asked, refusals_logged
from ledger.workflow.drafting.record import record, record_row

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from ledger.intake.files import RawFile
    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.record import RecordResult

Values = dict[str, object]
Pair = tuple["Book", "Letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersKnown:
    """The letters of the books that are asked, and the keys of what was withdrawn there.

    `named` knows them by key and by number, `held` by hospital; `explaining` are the keys of the
    explanations that were ever approved.
    """

    named: Mapping[str, Sequence[Pair]]
    held: Mapping[str, Sequence[Pair]]
    withdrawn: Mapping[str, frozenset[str]]
    explaining: Mapping[str, frozenset[str]]


def record_answers(
    desk: Desk, file: RawFile, *, book: str = "", dry_run: bool = False
) -> RecordResult:
    """Record a list of answers as drafts; raises Refused with every finding."""
    with refusals_logged(desk, "record", file.name):
        known = read_known(desk, book)
        filled = tuple(row for row in file.rows if is_filled(row.words))
        rows, unread = read_list(ANSWERS, filled)
        groups, lost = grouped_by_letter(rows, known)
        faults = faults_among(groups, whole=not unread)
        findings = [*file.findings, *unread, *lost, *faults]
        if not filled and not findings:
            findings = [no_answers(file.name)]
        refuse_by_row(findings)
    made = tuple(
        RawRow(number=of_letter[0][0], words=answer_words(book, letter, of_letter, known))
        for book, letter, of_letter in groups
    )
    return record(desk, replace(file, rows=made, findings=()), dry_run=dry_run)


def faults_among(groups: Sequence[Group], *, whole: bool) -> Iterator[Finding]:
    """Say what is wrong with rows, letter by letter; they are `whole` where all could be read."""
    # A year that seems left out may stand in a row that cannot be read.
    checks = (answered_before, apart, years_apart) if whole else (answered_before, apart)
    for check, group in product(checks, groups):
        yield from check(*group)


def no_answers(file: str) -> Finding:
    """Word that nobody has filled a list in."""
    return Finding(
        code="NO_ANSWERS",
        message=f"{file} 里没有填写答复的行",
        remedy="在“答复”一栏填 相符 或 不符，并填回函编号和日期",
        unreadable=True,
    )


def record_explanation(
    desk: Desk, values: Values, papers: Sequence[str], *, book: str = "", dry_run: bool = False
) -> RecordResult:
    """Record why a difference, or a silence, is in order; `values` name the letter."""
    with refusals_logged(desk, "record", "对账说明"):
        known = read_known(desk, book)
        one, letter = letter_meant(values, known)
    books = books_now(desk, one, letter) if letter.answer else {}
    # What explained another answer, or other books, stays on record under its own key.
    taken = known.withdrawn[one.code] | known.explaining[one.code]
    if letter.is_explained(books):
        taken -= {letter.explained_by}
    words: dict[str, object] = {
        **common(one, letter),
        "kind": "confirmation-explained",
        "key": free_key(f"说明-{letter.key}" + ("-不符" if letter.answer else ""), taken),
        "date": str(values["date"]),
        "reason": str(values["reason"]),
        "explains": letter.answered_by,
        "books": [f"{year}:{yuan(fen)}" for year, fen in sorted(books.items())],
    }
    if papers:
        words["papers"] = ";".join(papers)
    return record_row(desk, "对账说明", words, dry_run=dry_run)


def books_now(desk: Desk, book: Book, letter: Letter) -> dict[int, int]:
    """Return what the books say now of a letter's cut-off, for each of its prepayment years."""
    with reading(desk.engine) as conn:
        found = balances_by_hospital(read_figures(desk, conn, book, letter.date))
    return dict.fromkeys(dict(letter.closings), 0) | found.get(letter.hospital, {})


def read_known(desk: Desk, book: str) -> LettersKnown:
    """Read what letters there are, and what was withdrawn."""
    with reading(desk.engine) as conn:
        books = books_asked(conn, book)
        named: dict[str, list[Pair]] = {}
        held: dict[str, list[Pair]] = {}
        for one in books:
            for letter in read_letters(conn, one.code)[0].values():
                held.setdefault(letter.hospital, []).append((one, letter))
                for name in (letter.key, letter.number):
                    named.setdefault(name, []).append((one, letter))
        withdrawn = {one.code: frozenset(read_withdrawals(conn, one.code)) for one in books}
        explaining = {one.code: read_explaining(conn, one.code) for one in books}
    return LettersKnown(named=named, held=held, withdrawn=withdrawn, explaining=explaining)


def is_filled(words: Mapping[str, object]) -> bool:
    """Tell a row that says anything from one that still waits for the hospital."""
    return any(str(words.get(name) or "").strip() for name in FILLED)


Group = tuple["Book", "Letter", list[tuple[int, Values]]]


def grouped_by_letter(
    rows: Sequence[tuple[int, Values]], known: LettersKnown
) -> tuple[list[Group], list[Finding]]:
    """Put the rows of one letter together, in order of first mention."""
    groups: dict[tuple[str, str], Group] = {}
    findings: list[Finding] = []
    for number, values in rows:
        pair, missed = find_letter(number, values, known)
        findings += missed
        if pair is None:
            continue
        book, letter = pair
        _, _, before = groups.setdefault((book.code, letter.key), (book, letter, []))
        if is_doubled(values, before):
            findings.append(
                missing(
                    number,
                    "year",
                    "ANSWER_DOUBLED",
                    f"对账函 {letter.number} 在第 {before[0][0]} 行已有答复",
                    "一份函一个答复；分预付年度答复的，每行写明年度",
                )
            )
        before.append((number, values))
    return list(groups.values()), findings


def is_doubled(values: Values, before: Sequence[tuple[int, Values]]) -> bool:
    """Tell a row of a letter that rows before it have answered, whole or for the same year."""
    years = [earlier.get("year") for _, earlier in before]
    return bool(years) and (values.get("year") in (None, *years) or None in years)


def answered_before(
    _book: Book, letter: Letter, rows: Sequence[tuple[int, Values]]
) -> Iterator[Finding]:
    """Refuse another answer to a letter that has one; the same file again is only a replay."""
    number, first = rows[0]
    if letter.answer and letter.reply != first["number"]:
        yield missing(
            number,
            "answer",
            "ANSWERED_TWICE",
            f"对账函 {letter.number} 已有回函 {letter.reply}（{CONFIRMATIONS[letter.answer]}）",
            "重复的不必登记；医院更改答复的，先撤销原回函（withdrawal）再登记",
        )


def apart(_book: Book, letter: Letter, rows: Sequence[tuple[int, Values]]) -> Iterator[Finding]:
    """Refuse rows that are not of this letter, or not of one reply."""
    told = {name: word for _, values in reversed(rows) for name, word in values.items()}
    for at, values in rows:
        yield from of_another(letter, at, values)
        yield from of_another_reply(letter, at, values, told)


def of_another(letter: Letter, at: int, values: Values) -> Iterator[Finding]:
    """Refuse a row that names another hospital or cut-off than its letter."""
    if values["hospital"] != letter.hospital:
        yield missing(
            at,
            "hospital",
            "LETTER_OF_ANOTHER",
            f"对账函 {letter.number} 发给 {letter.hospital}，这一行写的是 {values['hospital']}",
            "核对医疗机构编码和对账函编号",
        )
    if values.get("cutoff", letter.date) != letter.date:
        yield missing(
            at,
            "cutoff",
            "CUTOFF_OF_ANOTHER",
            f"对账函 {letter.number} 的截止日是 {letter.date}，这一行写的是 {values['cutoff']}",
            "核对截止日和对账函编号",
        )


def of_another_reply(letter: Letter, at: int, values: Values, told: Values) -> Iterator[Finding]:
    """Refuse a row by year that is not of the reply that the rows before it are of."""
    if "year" not in values:
        return
    for name in ("number", "date", "file"):
        if values.get(name, told.get(name)) != told.get(name):
            yield missing(
                at,
                name,
                "ANSWER_SPLIT",
                f"对账函 {letter.number} 前面一行的{ANSWERS.columns[name]}是"
                f" {told[name]}，这一行是 {values[name]}",
                "一份函一份回函：各预付年度的行填同一个回函编号、日期和扫描件",
            )


def years_apart(
    _book: Book, letter: Letter, rows: Sequence[tuple[int, Values]]
) -> Iterator[Finding]:
    """Refuse rows by year that name one not on the letter, or leave one of the letter's out."""
    on_letter = dict(letter.closings)
    named = {values["year"]: at for at, values in rows if "year" in values}
    strange = [year for year in named if year not in on_letter]
    for year in strange:
        yield not_on_letter(letter, year, named[year])
    if named and not strange:
        yield from years_lacking(letter, named, rows[0][0])


def years_lacking(letter: Letter, named: Container[object], at: int) -> Iterator[Finding]:
    """Refuse an answer by year that says nothing of some years of its letter."""
    left = [(year, fen) for year, fen in letter.closings if year not in named]
    if not left:
        return
    said = "、".join(f"{year} 年度（发函余额 {grouped(fen)}）" for year, fen in left)
    yield missing(
        at,
        "year",
        "ANSWER_INCOMPLETE",
        f"对账函 {letter.number} 有 {len(letter.closings)} 个预付年度，缺 {said}的答复",
        "按回函把缺的年度也填上；回函对整份函答复相符的，只填一行，预付年度留空；"
        "医院没有答复该年度的，请医院补全后再登记",
    )


def not_on_letter(letter: Letter, year: object, at: int) -> Finding:
    """Word that a row answers for a year that its letter does not ask about."""
    return missing(
        at,
        "year",
        "YEAR_NOT_ON_LETTER",
        f"对账函 {letter.number} 没有 {year} 预付年度",
        "按函上的年度填；医院另有年度的，写在原因里",
    )


def find_letter(
    number: int, values: Values, known: LettersKnown
) -> tuple[Pair | None, list[Finding]]:
    """Find the letter that a row means: by its number, or by hospital and cut-off."""
    hospital = values.get("hospital")
    own = in_book(values, known.held.get(str(hospital), ()))
    if values.get("letter"):
        meant = by_number(values, in_book(values, known.named.get(str(values["letter"]), ())))
    else:
        meant = by_cutoff(values, own)
    if len(meant) == 1:
        return meant[0], []
    return None, [letter_unclear(number, values, own, len(meant))]


def letter_meant(values: Values, known: LettersKnown) -> Pair:
    """Find the letter that an option means; raises Refused where it is none, or one of several."""
    pair, missed = find_letter(0, values, known)
    if pair is None:
        raise Refused(missed)
    return pair


def in_book(values: Values, pairs: Iterable[Pair]) -> list[Pair]:
    """Keep the letters of the area and the fund that a row names."""
    area, fund = values.get("area"), values.get("fund")
    return [
        (book, letter)
        for book, letter in pairs
        if area in (None, book.area) and fund in (None, book.fund)
    ]


def by_number(values: Values, pairs: list[Pair]) -> list[Pair]:
    """Of letters with one number, keep those to the hospital that the row names."""
    if len(pairs) < 2:
        return pairs
    return [pair for pair in pairs if pair[1].hospital == values.get("hospital")]


def by_cutoff(values: Values, pairs: list[Pair]) -> list[Pair]:
    """Keep a hospital's letters of a cut-off; where none is named, what is not settled."""
    cutoff = values.get("cutoff")
    if cutoff is not None:
        return [pair for pair in pairs if pair[1].date == cutoff]
    return pairs if len(pairs) < 2 else [pair for pair in pairs if not pair[1].settled]


def letter_unclear(number: int, values: Values, own: Sequence[Pair], count: int) -> Finding:
    """Word that a row means no letter, or any of several; `own` are those of its hospital."""
    named, cutoff = values.get("letter"), values.get("cutoff")
    what = f"{named or values.get('hospital')}{f' 截止 {cutoff}' if cutoff else ''} "
    held = "、".join(f"{letter.number}（{letter.date}）" for _, letter in own)
    if count:
        return missing(
            number,
            "fund",
            "LETTER_UNCLEAR",
            f"{what}有 {count} 份对账函：{held}",
            "写明险种（或 --book）和对账函编号",
        )
    return missing(
        number,
        "letter" if named else "cutoff",
        "LETTER_UNKNOWN",
        f"没有发给 {what}的对账函；该院现有：{held or '无'}",
        "核对医疗机构、截止日和险种；函未审核的，先审核（prepay approve）",
    )


def missing(row: int, name: str, code: str, message: str, remedy: str) -> Finding:
    """Word what is wrong with the letter that a row means."""
    found = fault(ANSWERS, row, name, message, remedy, code)
    return replace(found, row=row or None, clause=CLAUSE, unreadable=False)


def answer_words(
    book: Book, letter: Letter, rows: Sequence[tuple[int, Values]], known: LettersKnown
) -> dict[str, object]:
    """Write the rows of one letter as one event."""
    first = rows[0][1]
    answers = [values for _, values in rows]
    differs = "differ" in (values["answer"] for values in answers)
    paper = {"type": "confirmation-reply", "number": first["number"], "date": str(first["date"])}
    scans = told_once(answers, "file")
    if scans:
        paper["file"] = scans[0]
    return {
        **common(book, letter),
        "kind": "confirmation-answer",
        "key": free_key(f"回函-{letter.key}", known.withdrawn[book.code]),
        "date": str(first["date"]),
        "answer": "differ" if differs else "agree",
        "said": [said_text(values) for values in answers if "amount" in values],
        "reason": "；".join(told_once(answers, "reason")),
        "papers": [paper],
    }


def told_once(answers: Iterable[Values], name: str) -> list[str]:
    """List what rows say under a name, each word once."""
    return list(dict.fromkeys(str(values[name]) for values in answers if name in values))


def said_text(values: Values) -> str:
    """Write one balance that a hospital states, with its prepayment year where it is named."""
    amount = yuan(int(str(values["amount"])))
    return f"{values['year']}:{amount}" if "year" in values else amount


def common(book: Book, letter: Letter) -> dict[str, object]:
    """Write what every event about a letter says."""
    return {
        "area": book.area,
        "fund": book.fund,
        "hospital": letter.hospital,
        "letter": letter.key,
    }
