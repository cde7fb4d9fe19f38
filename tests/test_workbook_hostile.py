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
from tests.hostile_workbooks import GOOD, HEAD, LINKED, ROW, with_part, zipped
from tests.workbooks import RELATIONS, SPACE, packed, parts, text_cell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
SECONDS_MAX = 10
Case = tuple[str, "Callable[[Path], Path]", str]


def given(content: bytes) -> Callable[[Path], Path]:
    """Make a file of bytes."""

    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def made(body: str = GOOD, **more: str) -> Callable[[Path], Path]:
    """Make a workbook of one sheet."""
    return lambda path: packed(parts(body, **more), path)


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
    began = time.process_time()
    with pytest.raises(Refused) as refusal:
        read_file(path, event_headings())
    assert [finding.code for finding in refusal.value.findings] == [code]
    assert refusal.value.exit_code == 2
    assert all(finding.remedy for finding in refusal.value.findings)
    assert time.process_time() - began < SECONDS_MAX
