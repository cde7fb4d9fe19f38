"""Hostile and damaged workbooks: each gets its exact verdict, quickly, and nothing is recorded."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from tests.workbooks import PACKAGE, RELATIONS, SPACE, packed, parts, text_cell, text_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ledger.intake.files import RawFile

HEAD = text_row(1, "业务编号", "业务类型", "摘要")
ROW = text_row(2, "A-1", "拨付", "说明")
GOOD = HEAD + ROW
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
SECONDS_MAX = 10

Case = tuple[str, "Callable[[Path], Path]", str]


def zipped(contents: dict[str, bytes]) -> bytes:
    """Pack parts into bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return out.getvalue()


def given(content: bytes) -> Callable[[Path], Path]:
    """Make a file of bytes."""

    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def made(body: str = GOOD, **more: str) -> Callable[[Path], Path]:
    """Make a workbook of one sheet."""
    return lambda path: packed(parts(body, **more), path)


def with_part(name: str, content: bytes, body: str = GOOD) -> Callable[[Path], Path]:
    """Make a workbook with a part added or exchanged."""
    return lambda path: packed(parts(body) | {name: content}, path)


def without(name: str) -> Callable[[Path], Path]:
    """Make a workbook that lacks a part."""
    kept = {key: content for key, content in parts(GOOD).items() if key != name}
    return lambda path: packed(kept, path)


def lying(name: str, content: bytes, *, claimed: int) -> bytes:
    """Pack a workbook where a part claims another size, with the checksum of what it claims."""
    whole = bytearray(zipped(parts(GOOD) | {name: content}))
    crc = struct.pack("<I", zlib.crc32(content))
    false = struct.pack("<I", zlib.crc32(content[:claimed]))
    size, smaller = struct.pack("<I", len(content)), struct.pack("<I", claimed)
    return bytes(whole.replace(crc, false).replace(size, smaller))


def flagged(*, bit: int = 0, method: int | None = None) -> bytes:
    """Pack a workbook whose table of contents claims a flag or another compression."""
    whole = bytearray(zipped(parts(GOOD)))
    at = whole.find(b"PK\x01\x02")
    while at >= 0:
        whole[at + 8] |= bit
        if method is not None:
            whole[at + 10] = method
        at = whole.find(b"PK\x01\x02", at + 4)
    return bytes(whole)


def doubled() -> bytes:
    """Pack a workbook that has its sheet twice: readers differ in which one they take."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(GOOD).items():
            archive.writestr(name, content)
        archive.writestr(SHEET.upper(), parts(HEAD)[SHEET])
    return out.getvalue()


def flipped() -> bytes:
    """Pack a workbook and flip one bit in the middle of its packed sheet."""
    whole = bytearray(WHOLE)
    whole[whole.find(SHEET.encode()) + len(SHEET) + 60] ^= 0x10
    return bytes(whole)


def two_sheets(state: str = "") -> Callable[[Path], Path]:
    """Make a workbook with two filled sheets."""
    sheets = (
        '<sheet name="拨付" sheetId="1" r:id="rId1"/>'
        f'<sheet name="另一张" sheetId="2" r:id="rId2"{state}/>'
    )
    link = f'<Relationship Id="rId2" Type="{RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/>'
    whole = parts(GOOD, sheets=sheets, relations=link)
    whole["xl/worksheets/sheet2.xml"] = whole[SHEET]
    return lambda path: packed(whole, path)


WHOLE = zipped(parts(GOOD))
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + f']><sst xmlns="{SPACE}"><si><t>&h;</t></si></sst>'
).encode()
OUTSIDE = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet xmlns="{SPACE}"/>'
LINKED = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATIONS}/externalLinkPath" '
    'Target="file:///别处.xlsx" TargetMode="External"/></Relationships>'
).encode()
OBFUSCATED = LINKED.replace(b'"External"', b'"Ext&#101;rnal"')
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
COPIED = f"<si><t>{'长' * 32000}</t></si>"
CROWD = "".join(f'<row r="{n}">' + "<c><v>1</v></c>" * 26 + "</row>" for n in range(2, 38_500))
MANY = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 4000))

REFUSED: tuple[Case, ...] = (
    ("an empty file", given(b""), "WORKBOOK_UNREADABLE"),
    ("a text under a wrong name", given("业务编号,金额\n".encode()), "WORKBOOK_UNREADABLE"),
    ("a web page under a wrong name", given(b"<html><table/>"), "WORKBOOK_UNREADABLE"),
    ("a zip of something else", given(zipped({"a.txt": b"a"})), "WORKBOOK_UNREADABLE"),
    ("an old .xls", given(OLE), "WORKBOOK_LEGACY"),
    (
        "a workbook with a password",
        given(OLE + "EncryptedPackage".encode("utf-16-le")),
        "WORKBOOK_ENCRYPTED",
    ),
    ("a zip with a password", given(flagged(bit=1)), "WORKBOOK_ENCRYPTED"),
    ("an .xlsb", with_part("xl/workbook.bin", b"x"), "WORKBOOK_LEGACY"),
    ("a workbook with macros", with_part("xl/vbaProject.bin", b"x"), "WORKBOOK_MACROS"),
    ("only a zip's first bytes", given(b"PK\x03\x04"), "WORKBOOK_DAMAGED"),
    ("half a file", given(WHOLE[: len(WHOLE) // 2]), "WORKBOOK_DAMAGED"),
    ("a file without its last bytes", given(WHOLE[:-30]), "WORKBOOK_DAMAGED"),
    ("a file without its first bytes", given(b"PK" + WHOLE[40:]), "WORKBOOK_DAMAGED"),
    ("an unknown compression", given(flagged(method=14)), "WORKBOOK_DAMAGED"),
    (
        "a flipped byte before a part",
        given(WHOLE.replace(b"\x03\x04\x14", b"\x03\x05\x14", 1)),
        "WORKBOOK_DAMAGED",
    ),
    ("a flipped byte in the sheet", given(flipped()), "WORKBOOK_DAMAGED"),
    (
        "a dimension that is nonsense",
        made(GOOD, before='<dimension ref="猫"/>'),
        "WORKBOOK_DAMAGED",
    ),
    ("the same part twice", given(doubled()), "WORKBOOK_DAMAGED"),
    ("a path that climbs out", with_part("xl/../../etc/x", b"x"), "WORKBOOK_DAMAGED"),
    ("an absolute path", with_part("/etc/x", b"x"), "WORKBOOK_DAMAGED"),
    ("no sheet part", without(SHEET), "WORKBOOK_DAMAGED"),
    ("no relations", without("xl/_rels/workbook.xml.rels"), "WORKBOOK_DAMAGED"),
    (
        "a sheet in UTF-16",
        with_part(SHEET, parts(GOOD)[SHEET].decode().encode("utf-16")),
        "WORKBOOK_DAMAGED",
    ),
    (
        "a sheet that says it is in another encoding",
        with_part(SHEET, b'<?xml version="1.0" encoding="UTF-7"?>' + parts(GOOD)[SHEET]),
        "WORKBOOK_DAMAGED",
    ),
    (
        "a sheet cut in the middle",
        with_part(SHEET, parts(GOOD)[SHEET][:-60]),
        "WORKBOOK_DAMAGED",
    ),
    ("a bomb of zeros", with_part("xl/media/a.png", bytes(60 << 20)), "WORKBOOK_BOMB"),
    ("a bomb of blanks in the sheet", made(GOOD + " " * (20 << 20)), "WORKBOOK_BOMB"),
    (
        "a part that is larger than it says",
        given(lying(STRINGS, b" " * 300_000 + b"<x/>", claimed=300_000)),
        "WORKBOOK_BOMB",
    ),
    (
        "thousands of parts",
        lambda path: packed(parts(GOOD) | {f"x/{n}": b"" for n in range(2001)}, path),
        "WORKBOOK_BOMB",
    ),
    ("more cells than anybody fills in", made(HEAD + CROWD), "WORKBOOK_TOO_LARGE"),
    ("a long text in every cell", made(HEAD + MANY, strings=COPIED), "WORKBOOK_BOMB"),
    ("a billion laughs", with_part(STRINGS, LAUGHS), "WORKBOOK_ENTITIES"),
    ("an entity from outside", with_part(SHEET, OUTSIDE.encode()), "WORKBOOK_ENTITIES"),
    (
        "an entity where nobody looks",
        with_part("docProps/app.xml", b'<!doctype x [<!entity a "b">]>'),
        "WORKBOOK_ENTITIES",
    ),
    ("a link to another file", with_part("xl/_rels/x.rels", LINKED), "WORKBOOK_EXTERNAL"),
    ("a link spelled askew", with_part("xl/_rels/x.rels", OBFUSCATED), "WORKBOOK_EXTERNAL"),
    (
        "another file's values",
        with_part("xl/externalLinks/externalLink1.xml", b"<x/>"),
        "WORKBOOK_EXTERNAL",
    ),
    ("a far cell", made(GOOD + FAR), "WORKBOOK_FAR_CELL"),
    (
        "a cell far to the right",
        made(HEAD + f'<row r="2">{text_cell("ZZ2", "远")}</row>'),
        "WORKBOOK_FAR_CELL",
    ),
    (
        "a far cell with a prefix and single quotes",
        made(GOOD + "<row r='300000'><y:c xmlns:y='u' r='A300000'><v>1</v></y:c></row>"),
        "WORKBOOK_FAR_CELL",
    ),
    (
        "a far cell behind a mark in quotes",
        made(GOOD + '<row r="1048576"><c s=">" r="XFD1048576"><v>1</v></c></row>'),
        "WORKBOOK_FAR_CELL",
    ),
    (
        "a wide and high rectangle of two cells",
        made(GOOD + f'<row r="90000">{text_cell("GR90000", "角")}</row>'),
        "WORKBOOK_FAR_CELL",
    ),
    ("a comment among the cells", made(GOOD + "<!-- 甲 -->"), "WORKBOOK_DAMAGED"),
    ("the same row twice", made(GOOD + ROW), "WORKBOOK_DAMAGED"),
    (
        "the same cell twice",
        made(HEAD + f'<row r="2">{text_cell("A2", "甲") * 2}</row>'),
        "WORKBOOK_DAMAGED",
    ),
    (
        "a cell that names another row",
        made(HEAD + f'<row r="2">{text_cell("A9", "甲")}</row>'),
        "WORKBOOK_DAMAGED",
    ),
    (
        "a row that has no number",
        made(HEAD + f'<row r="-2">{text_cell("A2", "甲")}</row>'),
        "WORKBOOK_DAMAGED",
    ),
    ("two filled sheets", two_sheets(), "SHEETS_SEVERAL"),
    ("a filled sheet that is hidden", two_sheets(' state="veryHidden"'), "SHEETS_SEVERAL"),
    ("a sheet without a cell", made(""), "FILE_EMPTY"),
    ("headings alone", made(HEAD), "FILE_EMPTY"),
)


@pytest.mark.parametrize(
    ("build", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_hostile_workbook_gets_its_verdict(
    build: Callable[[Path], Path], code: str, tmp_path: Path
) -> None:
    path = build(tmp_path / "敌.xlsx")
    began = time.monotonic()
    with pytest.raises(Refused) as refusal:
        read_file(path, event_headings())
    assert [finding.code for finding in refusal.value.findings] == [code]
    assert refusal.value.exit_code == 2
    assert all(finding.remedy for finding in refusal.value.findings)
    assert time.monotonic() - began < SECONDS_MAX


def read(body: str, path: Path, **more: str) -> RawFile:
    """Read a workbook of one sheet."""
    return read_file(packed(parts(body, **more), path), event_headings())


def numbers(file: RawFile) -> list[int]:
    """List the numbers of the rows read."""
    return [row.number for row in file.rows]


MARKED: tuple[tuple[str, str, dict[str, str], list[tuple[int | None, str, str]]], ...] = (
    (
        "a formula in a row",
        HEAD + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>',
        {},
        [(2, "CELL_FORMULA", "key 业务编号（A 列）")],
    ),
    (
        "a formula that was never worked out",
        HEAD + '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><v>7</v></c></row>',
        {},
        [(2, "CELL_FORMULA", "key 业务编号（A 列）")],
    ),
    (
        "a broken reference",
        HEAD + '<row r="2"><c r="A2"><v>5</v></c><c r="C2" t="e"><v>#REF!</v></c></row>',
        {},
        [(2, "CELL_ERROR", "summary 摘要（C 列）")],
    ),
    (
        "a broken reference pasted as text",
        HEAD + text_row(2, "A-1", "拨付", "#REF!"),
        {},
        [(2, "CELL_ERROR", "summary 摘要（C 列）")],
    ),
    (
        "a row that is nothing but an error",
        GOOD + '<row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>',
        {},
        [(3, "CELL_ERROR", "key 业务编号（A 列）")],
    ),
    (
        "merged cells",
        GOOD,
        {"after": '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'},
        [(2, "CELL_MERGED", "key 业务编号（A 列）")],
    ),
    (
        "a hidden row",
        HEAD + ROW.replace('<row r="2"', '<row r="2" hidden="1"'),
        {},
        [(2, "ROW_HIDDEN", "")],
    ),
    (
        "a row of no height",
        HEAD + ROW.replace('<row r="2"', '<row r="2" ht="0"'),
        {},
        [(2, "ROW_HIDDEN", "")],
    ),
    (
        "a hidden column",
        GOOD,
        {"before": '<cols><col min="3" max="3" width="9" hidden="1"/></cols>'},
        [(2, "COLUMN_HIDDEN", "summary 摘要（C 列）")],
    ),
    (
        "an account number that has lost its last digits",
        HEAD + '<row r="2"><c r="A2"><v>6222020200112233445</v></c></row>',
        {},
        [(2, "CELL_DIGITS_LOST", "key 业务编号（A 列）")],
    ),
    (
        "a number that is none",
        HEAD + '<row r="2"><c r="A2"><v>NaN</v></c></row>',
        {},
        [(2, "CELL_UNREADABLE", "key 业务编号（A 列）")],
    ),
    (
        "a value under no heading",
        HEAD + text_row(2, "A-1", "拨付", "说明", "多余"),
        {},
        [(2, "CELL_WITHOUT_HEADING", "D 列")],
    ),
    (
        "headings of another table",
        text_row(1, "姓名", "电话") + ROW,
        {},
        [(1, "HEADINGS_UNKNOWN", "")],
    ),
    (
        "a heading twice",
        text_row(1, "业务编号", "业务编号") + ROW.replace('r="C2"', 'r="B2"', 0),
        {},
        [(1, "ROW_UNREADABLE", "业务编号"), (2, "CELL_WITHOUT_HEADING", "C 列")],
    ),
)


@pytest.mark.parametrize(
    ("body", "more", "expected"), [case[1:] for case in MARKED], ids=[case[0] for case in MARKED]
)
def test_what_nobody_can_have_meant_is_marked_where_it_stands(
    body: str, more: dict[str, str], expected: list[tuple[int | None, str, str]], tmp_path: Path
) -> None:
    file = read(body, tmp_path / "表.xlsx", **more)
    assert [(f.row, f.code, f.field) for f in file.findings] == expected


@pytest.mark.parametrize("dimension", ["A1:B1", "A1:XFD1048576"])
def test_a_false_dimension_hides_no_row(dimension: str, tmp_path: Path) -> None:
    body = HEAD + "".join(text_row(n, f"A-{n}", "拨付") for n in range(2, 52))
    file = read(body, tmp_path / "表.xlsx", before=f'<dimension ref="{dimension}"/>')
    assert numbers(file) == list(range(2, 52))
    assert file.findings == ()


def test_rows_far_below_that_are_only_coloured_do_no_harm(tmp_path: Path) -> None:
    body = GOOD + '<row r="1048576" s="1"><c r="A1048576"/><c r="XFD1048576"/></row>'
    assert numbers(read(body, tmp_path / "表.xlsx")) == [2]


def test_a_link_to_a_web_page_is_no_link_to_another_file(tmp_path: Path) -> None:
    link = LINKED.replace(b"/externalLinkPath", b"/hyperlink")
    path = with_part("xl/worksheets/_rels/sheet1.xml.rels", link)(tmp_path / "表.xlsx")
    assert numbers(read_file(path, event_headings())) == [2]


def test_rows_read_and_rows_refused_are_the_rows_of_the_file(tmp_path: Path) -> None:
    wrong = '<row r="{n}"><c r="A{n}"><f>1</f><v>1</v></c></row>'
    body = HEAD + "".join(
        text_row(n, f"A-{n}", "拨付") if n % 3 else wrong.format(n=n) for n in range(2, 200)
    )
    file = read(body, tmp_path / "表.xlsx")
    refused = {finding.row for finding in file.findings}
    whole = [number for number in numbers(file) if number not in refused]
    assert {*whole, *refused} == set(range(2, 200))
    assert len(whole) + len(refused) == 198


def test_big5_read_as_gb18030_is_told_by_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("業務編號,業務類型\nA-1,撥付\n".encode("big5"))
    file = read_file(path, event_headings())
    assert [finding.code for finding in file.findings] == ["HEADINGS_UNKNOWN"]
    assert file.rows == ()
