"""Every field of every record of a chain file, changed: the checker finds it.

The short form of the tampering goal for the file that leaves the house. Whoever signs anew
after the change is found by the printed 封存码 alone.
"""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from ledger.audit import check_chain
from ledger.audit.check_chain import KINDS, SEAL
from ledger.formats.chain_file import CHAIN_FILE_FORMAT
from ledger.voucher.sealing import SEAL_COLUMNS
from tests.chain_files import (
    Exported,
    Record,
    codes_of,
    exported,
    of_kind,
    reseal,
    resign,
    two_years,
    write,
)
from tests.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YEARS = (2026, 2027)
UNSIGNED = ("line", "book", "opening", "link", "seal")
FIELDS = [(kind, field) for kind in UNSIGNED for field in KINDS[kind] if field != "lines"]
WORDS = {
    "side": {"debit": "credit", "credit": "debit"},
    "record": {"book": "link", "opening": "seal", "link": "opening", "seal": "link"},
}


@pytest.fixture(scope="module")
def files(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Exported]:
    """Export two years of a book."""
    folder = tmp_path_factory.mktemp("chain")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    two_years(office)
    found = {year: exported(office, folder / f"{year}.jsonl", year) for year in YEARS}
    office.desk.engine.dispose()
    return found


def others(field: str, value: Any) -> Iterator[Any]:
    """Give other values that somebody might write there."""
    if field in WORDS:
        yield WORDS[field][value]
    elif isinstance(value, int):
        yield from (value + 1, -value if value else -1)
    elif len(value) == 64:
        yield ("0" if value[0] != "0" else "1") + value[1:]
        yield value.upper()
    elif field == "label" and not value:
        yield "2026-12 记-0009"
    elif field == "label":
        yield value.replace("记", "期初") if "记" in value else value.replace("期初", "记")
        yield value[:-1] + str((int(value[-1]) + 1) % 10)
    else:
        yield from (value + "1", value[1:] if value else "改", "")


def places(records: list[Record], kind: str) -> list[Record]:
    """List what is of a kind: records, or the lines of all links."""
    if kind == "line":
        return [line for row in of_kind(records, "link") for line in row["lines"]]
    return of_kind(records, kind)


def changed(file: Exported, kind: str, field: str) -> Iterator[list[Record]]:
    """Change one field of one record, each record of the kind in turn."""
    for index in range(len(places(file.copy(), kind))):
        before = places(file.copy(), kind)[index][field]
        for value in others(field, before):
            if value != before:
                records = file.copy()
                places(records, kind)[index][field] = value
                yield records


def test_what_was_exported_is_sound(files: dict[int, Exported], tmp_path: Path) -> None:
    for file in files.values():
        path = write(tmp_path / "chain.jsonl", file.copy())
        every = [row["digest"] for row in of_kind(file.copy(), "seal")]
        assert codes_of(path, file.seal) == []
        assert codes_of(path, *every) == []
    assert [len(of_kind(files[year].copy(), "opening")) for year in YEARS] == [0, 3]
    assert [len(of_kind(files[year].copy(), "seal")) for year in YEARS] == [13, 1]
    assert {row["form"] for row in of_kind(files[2026].copy(), "link")} == {"", "red", "blue"}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=[f"{k}.{f}" for k, f in FIELDS])
def test_a_changed_field_is_found(
    files: dict[int, Exported], tmp_path: Path, kind: str, field: str
) -> None:
    attacks = 0
    for file in files.values():
        for records in changed(file, kind, field):
            path = write(tmp_path / "chain.jsonl", records)
            assert codes_of(path, file.seal), (kind, field, records)
            attacks += 1
    assert attacks >= 2


CONTENT = [
    *((kind, field) for kind, field in FIELDS if kind in ("line", "opening") and field != "record"),
    *(("link", field) for field in (*check_chain.HEAD, "fact")),
    *(("seal", field) for field in ("closed_by", "closed_at", "signatures_digest")),
]


@pytest.mark.parametrize(("kind", "field"), CONTENT, ids=[f"{k}.{f}" for k, f in CONTENT])
def test_a_change_signed_anew_is_found_by_the_printed_seal(
    files: dict[int, Exported], tmp_path: Path, kind: str, field: str
) -> None:
    """Only what a seal covers: the links after it are signed by nobody yet."""
    for year, file in files.items():
        for records in changed(file, kind, field):
            reached = of_kind(file.copy(), "seal")[-1]["position"]
            sealed, original = (of_kind(rows, "link")[:reached] for rows in (records, file.copy()))
            if kind in ("line", "link") and sealed == original:
                continue
            resign(records)
            found = codes_of(write(tmp_path / "chain.jsonl", records), file.seal)
            assert found, (year, kind, field)
            assert found[-1] in ("SEAL_UNKNOWN", "LINE_UNREADABLE"), found


def test_a_voucher_cut_off_repeated_or_moved_is_found(
    files: dict[int, Exported], tmp_path: Path
) -> None:
    file = files[2026]
    first = file.copy().index(of_kind(file.copy(), "link")[0])
    count = len(of_kind(file.copy(), "link"))
    for index in range(first, first + count):
        cut, doubled, moved = file.copy(), file.copy(), file.copy()
        del cut[index]
        doubled.insert(index, doubled[index])
        other = first + (index - first + 1) % count
        moved[index], moved[other] = moved[other], moved[index]
        for records in (cut, doubled, moved):
            assert codes_of(write(tmp_path / "chain.jsonl", records), file.seal)


def test_a_seal_or_an_opening_left_out_or_moved_is_found(
    files: dict[int, Exported], tmp_path: Path
) -> None:
    for year, kind in ((2026, "seal"), (2027, "opening")):
        file = files[year]
        rows = [n for n, row in enumerate(file.records) if row["record"] == kind]
        for here, there in pairwise(rows):
            cut, moved = file.copy(), file.copy()
            del cut[here]
            moved[here], moved[there] = moved[there], moved[here]
            for records in (cut, moved):
                assert codes_of(write(tmp_path / "chain.jsonl", records), file.seal)


def test_a_tail_cut_off_is_found_with_a_later_seal_and_only_then(
    files: dict[int, Exported], tmp_path: Path
) -> None:
    """The last voucher and all seals since are gone; the rest is untouched and fits."""
    file = files[2026]
    seals = of_kind(file.copy(), "seal")
    records = [row for row in file.copy() if row.get("period", "") < "2026-12"]
    del records[records.index(of_kind(records, "link")[-1])]
    path = write(tmp_path / "chain.jsonl", records)
    assert codes_of(path, seals[10]["digest"]) == []
    assert codes_of(path, file.seal) == ["SEAL_UNKNOWN"]
    assert codes_of(path, seals[10]["digest"], file.seal) == ["SEAL_UNKNOWN"]


def test_a_tail_cut_off_below_its_seals_is_found(
    files: dict[int, Exported], tmp_path: Path
) -> None:
    file = files[2026]
    records = file.copy()
    del records[records.index(of_kind(records, "link")[-1])]
    found = codes_of(write(tmp_path / "chain.jsonl", records), file.seal)
    assert set(found) == {"SEAL_HEAD", "SEAL_FIGURES", "SEAL_BALANCES"}


def test_another_year_and_another_book_are_found(
    files: dict[int, Exported], tmp_path: Path
) -> None:
    path = write(tmp_path / "chain.jsonl", files[2026].copy())
    assert codes_of(path, files[2027].seal) == ["SEAL_UNKNOWN"]
    for change in ({"book": "620100/resident"}, {"year": 2027}):
        records = files[2026].copy()
        records[0] |= change
        found = codes_of(write(path, records), files[2026].seal)
        assert {"LINK_BROKEN", "SEAL_ORDER"} <= set(found)


def test_a_seal_put_in_anothers_place_is_found(files: dict[int, Exported], tmp_path: Path) -> None:
    file = files[2026]
    records = file.copy()
    february, march = of_kind(records, "seal")[1:3]
    february["period"], march["period"] = march["period"], february["period"]
    reseal(records)
    found = codes_of(write(tmp_path / "chain.jsonl", records), file.seal)
    assert {"SEAL_ORDER", "SEAL_UNKNOWN"} <= set(found)


def test_the_checker_names_the_same_columns_as_the_program() -> None:
    assert tuple(SEAL) == SEAL_COLUMNS
    assert check_chain.SHAPED["format"].fullmatch(CHAIN_FILE_FORMAT)
