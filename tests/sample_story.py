"""The sample's story as the tests read it: who is who, and which rows stand in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen
from ledger.basis.terms import FUNDS
from ledger.events.kinds import LEGLESS
from ledger.intake.assess_words import AGREED, headings_of
from ledger.intake.files import read_file
from sample.stage import events_of
from sample.story import sample_offices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sample.story import StoryStep

    Row = Mapping[str, object]

#: 海南: the monthly averages of 住院 by the prepayment year that they count for.
HAINAN_AVERAGES = {
    2025: {
        "H46010000011": 38_260_415_70,
        "H46020000023": 12_418_730_64,
        "H46900200035": 1_000_000_01,
        "H46900500047": 1_000_000_00,
        "H46040000052": 4_386_950_27,
    },
    2026: {
        "H46010000011": 39_104_882_35,
        "H46020000023": 12_960_225_18,
        "H46900200035": 1_043_517_92,
        "H46900500047": 1_062_418_33,
        "H46040000052": 4_512_006_80,
    },
}
COUNTY_AMOUNTS = {"H62072200013": 3_214_806_55, "H62072200026": 1_058_391_20}

OFFICE_OF = {office.area: office for office in sample_offices()}
ADMIN = "程越之"

AREA, HAINAN, CITY, COUNTY = OFFICE_OF
AREAS = {area: office.name for area, office in OFFICE_OF.items()}
EMPLOYEE, RESIDENT = OFFICE_OF[AREA].books
HAINAN_EMPLOYEE, HAINAN_RESIDENT = OFFICE_OF[HAINAN].books
CITY_EMPLOYEE, COUNTY_EMPLOYEE = OFFICE_OF[CITY].books[0], OFFICE_OF[COUNTY].books[0]
BOOKS = tuple(book for office in OFFICE_OF.values() for book in office.books)

#: Those hospitals of 兰州 that play a part.
FIRST_AFFILIATED = "H62010200013"
YANHU_MATERNITY = "H62010200056"
YINGQUAN_EYE = "H62010200062"
ANHE_TUMOUR = "H62010200075"
ZHIYUAN_ORTHOPAEDIC = "H62010300035"
HENGYAN = "H62010400029"
BAIYANG_CLINIC = "H62010400037"
TAOTING = "H62010500018"
TAOTING_REHABILITATION = "H62010500024"
XINGTING_CLINIC = "H62010500033"
CANGLING = "H62012100015"
CANGLING_CHINESE_MEDICINE = "H62012100028"
JINGHE = "H62012300064"
#: Those of 海南; 清屿 is exactly at the threshold of the first year, 澜汀 one 分 above it.
LANTING = "H46900200035"
QINGYU = "H46900500047"
HAIPING = "H46040000052"


def rows_in(step: StoryStep, word: str = "file") -> list[Row]:
    """Read the events in a file of a step."""
    return [row.words for row in events_of(step, step.words[word]).rows]


def agreed_fen(book: str) -> dict[str, int]:
    """Read what 财政 agreed to in 兰州: the fen that each hospital of a book may be paid."""
    file = read_file(OFFICE_OF[AREA].folder / "商定金额.csv", headings_of(AGREED))
    fund = FUNDS[book.partition("/")[2]]
    rows = [row.words for row in file.rows if row.words["fund"] == fund]
    return {str(row["hospital"]): parse_fen(str(row["agreed"])) for row in rows}


def of_verb(steps: Iterable[StoryStep], verb: str) -> list[StoryStep]:
    """List the steps that run a verb, in order."""
    return [step for step in steps if step.verb == verb]


def refused(step: StoryStep) -> tuple[str, ...]:
    """Return the codes for which a step is refused."""
    return tuple(step.words.get("refused", ()))


def recorded(step: StoryStep) -> list[Row]:
    """Return the rows that a step records and posts: of a rejected draft those that were mended."""
    if step.verb == "reject":
        return rows_in(step, "mended")
    return rows_in(step) if step.verb == "record" and not refused(step) else []


def every_row(steps: Iterable[StoryStep], book: str) -> list[Row]:
    """List a book's rows that stand: mended drafts, blue ones, none that was corrected."""
    rows: list[Row] = []
    for step in steps:
        rows += [row for row in recorded(step) if f"{row['area']}/{row['fund']}" == book]
        if step.verb == "correct" and step.words["book"] == book:
            rows = [row for row in rows if row["key"] not in step.words["vouchers"]]
            rows += rows_in(step)
    return rows


def standing_rows(steps: Iterable[StoryStep], book: str) -> list[Row]:
    """List a book's events that stand and move money."""
    return [row for row in every_row(steps, book) if row["kind"] not in LEGLESS]


def registers(steps: Iterable[StoryStep], book: str) -> list[Row]:
    """List a book's 登记事项: applications, agreements and the like."""
    return [row for row in every_row(steps, book) if row["kind"] in LEGLESS]
