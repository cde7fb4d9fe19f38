"""Looks into an .xlsx file before anything opens it: a hostile or damaged one is named and refused.

Every part is unpacked once, by our own hand, so that its true size and its checksum are known
before the reader relies on them. No XML parser runs here: entities could only hurt one.
"""

from __future__ import annotations

import html
import re
import struct
import zipfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NoReturn

from ledger.basis.errors import unclear
from ledger.intake.workbook.workbook_unpack import OPEN_AGAIN, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FILE_BYTES_MAX = 64 * 1024 * 1024
PART_BYTES_MAX = 64 * 1024 * 1024
TOTAL_BYTES_MAX = 128 * 1024 * 1024
PARTS_MAX = 2000
#: Deflate gives at most about 1,030; a sheet of nothing but equal cells stays under 100.
RATIO_MAX, RATIO_FROM = 300, 4 * 1024 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SAVE_AS = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")
TAG_NAME = rb"<(?:[^\s<>:/\"']+:)?"
ATTRIBUTES = rb"([^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*)>"
RELATION = re.compile(TAG_NAME + rb"Relationship(?=[\s/>])" + ATTRIBUTES)
SHEET = re.compile(TAG_NAME + rb"sheet(?=[\s/>])" + ATTRIBUTES)
ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A sheet of a workbook: its name, and the part of the file that holds it."""

    name: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a workbook is made of: its sheets, and the content of the parts that matter."""

    sheets: tuple[SheetPart, ...]
    contents: Mapping[str, bytes]


def inspect(path: Path) -> Parts:
    """Look through a workbook part by part; raises Refused with the exact verdict."""
    name = path.name
    if path.stat().st_size > FILE_BYTES_MAX:
        refuse(name, "WORKBOOK_TOO_LARGE", "超过 64 MB", "拆成几个文件")
    with path.open("rb") as file:
        check_kind(name, file)
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, struct.error) as error:
            refuse(name, "WORKBOOK_DAMAGED", f"残缺不全：{error}", OPEN_AGAIN)
        except (NotImplementedError, OverflowError) as error:
            refuse(name, "WORKBOOK_DAMAGED", f"压缩方式不认识：{error}", OPEN_AGAIN)
        check_entries(name, entries)
        contents = {}
        for entry in entries:
            part = entry.filename.lower()
            content = unpacked(name, file, entry)
            check_content(name, part, content)
            if part.endswith((".xml", ".rels")):
                contents[part] = content
    return Parts(sheets=sheets_of(name, contents), contents=contents)


def refuse(name: str, code: str, what: str, remedy: str) -> NoReturn:
    """Refuse a workbook for one reason."""
    raise unclear(code, f"工作簿 {name} {what}", remedy)


def check_kind(name: str, file: IO[bytes]) -> None:
    """Refuse what is no .xlsx at all: the old format, a password, text under a wrong name."""
    head = file.read(8)
    if head == OLE:
        if "EncryptedPackage".encode("utf-16-le") in head + file.read():
            refuse(name, "WORKBOOK_ENCRYPTED", "设有打开密码", "用 Excel 打开，取消密码后另存")
        refuse(name, "WORKBOOK_LEGACY", "是旧的 .xls 格式", SAVE_AS)
    if not head.startswith(b"PK"):
        what = "其实是网页或文本" if head.lstrip()[:1] == b"<" else "不是 Excel 工作簿"
        refuse(name, "WORKBOOK_UNREADABLE", what, SAVE_AS)
    file.seek(0)


def check_entries(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse by the table of contents alone: bombs, passwords, doubled parts, macros."""
    if len(entries) > PARTS_MAX or sum(entry.file_size for entry in entries) > TOTAL_BYTES_MAX:
        refuse(name, "WORKBOOK_BOMB", "解开后过大，不像是正常的工作簿", "拆成几个文件")
    for entry in entries:
        check_entry(name, entry)
    check_names(name, [entry.filename.lower() for entry in entries])


def check_names(name: str, parts: Sequence[str]) -> None:
    """Refuse by the names of the parts: doubled ones, macros, other formats, other files."""
    if len(set(parts)) != len(parts):
        refuse(name, "WORKBOOK_DAMAGED", "内部有重名的部分", OPEN_AGAIN)
    if any(part.endswith("vbaproject.bin") for part in parts):
        refuse(name, "WORKBOOK_MACROS", "带有宏", SAVE_AS)
    if "xl/workbook.bin" in parts:
        refuse(name, "WORKBOOK_LEGACY", "是二进制的 .xlsb 格式", SAVE_AS)
    if any(part.startswith("xl/externallinks/") for part in parts):
        refuse_external(name)
    if "xl/workbook.xml" not in parts:
        refuse(name, "WORKBOOK_UNREADABLE", "是压缩包，但不是 Excel 工作簿", SAVE_AS)


def check_entry(name: str, entry: zipfile.ZipInfo) -> None:
    """Refuse one line of the table of contents."""
    huge = entry.file_size > max(RATIO_FROM, entry.compress_size * RATIO_MAX)
    if huge or entry.file_size > PART_BYTES_MAX:
        refuse(name, "WORKBOOK_BOMB", "解开后过大，不像是正常的工作簿", "拆成几个文件")
    if entry.flag_bits & 1:
        refuse(name, "WORKBOOK_ENCRYPTED", "设有压缩密码", "取消密码后另存")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        refuse(name, "WORKBOOK_DAMAGED", "压缩方式不认识", OPEN_AGAIN)
    if leaves_folder(entry.filename):
        refuse(name, "WORKBOOK_DAMAGED", "内部路径不合规", OPEN_AGAIN)


def leaves_folder(path: str) -> bool:
    """Return whether a path inside may lead out of the folder that it is unpacked into."""
    return path.startswith("/") or "\\" in path or ".." in path.split("/")


def refuse_external(name: str) -> NoReturn:
    """Refuse links to other files: figures there are none of this file's."""
    refuse(
        name,
        "WORKBOOK_EXTERNAL",
        "链接到别的文件",
        "在 Excel 里“数据—编辑链接—断开链接”，复制后选择性粘贴为数值，再保存",
    )


def check_content(name: str, part: str, content: bytes) -> None:
    """Refuse declared entities, foreign encodings and links to other files."""
    if DECLARED.search(content):
        refuse(name, "WORKBOOK_ENTITIES", "含有实体声明（DOCTYPE）", OPEN_AGAIN)
    if not part.endswith((".xml", ".rels")):
        return
    if not is_utf8(content):
        refuse(name, "WORKBOOK_DAMAGED", "内部编码不是 UTF-8", OPEN_AGAIN)
    if part.endswith(".rels") and any(map(leads_out, RELATION.findall(content))):
        refuse_external(name)


def leads_out(relation: bytes) -> bool:
    """Return whether a relation leads to another file; a hyperlink opens nothing by itself."""
    told = attributes(relation)
    outside = told.get("targetmode", "").lower() == "external"
    return outside and not told.get("type", "").endswith("/hyperlink")


def is_utf8(content: bytes) -> bool:
    """Tell a part that is written in UTF-8, by what it declares and by its bytes."""
    declared = ENCODING.match(content)
    encoding = declared[1].lower() if declared else b"utf-8"
    return b"\x00" not in content and encoding in (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def attributes(text: bytes) -> dict[str, str]:
    """Read a tag's attributes by their names in small letters."""
    return {
        key.decode("utf-8", "replace").lower(): html.unescape(
            (double or single).decode("utf-8", "replace")
        )
        for key, double, single in ATTRIBUTE.findall(text)
    }


def sheets_of(name: str, contents: Mapping[str, bytes]) -> tuple[SheetPart, ...]:
    """List the sheets that the workbook names, each with its part."""
    targets = targets_of(contents)
    sheets = []
    for tag in map(attributes, SHEET.findall(contents["xl/workbook.xml"])):
        id_ = next((value for key, value in tag.items() if key.endswith(":id")), "")
        part, kind = targets.get(id_, ("", ""))
        if part not in contents:
            refuse(name, "WORKBOOK_DAMAGED", "有一张表找不到内容", OPEN_AGAIN)
        if kind.endswith("/worksheet"):
            sheets.append(SheetPart(name=tag.get("name", ""), part=part))
    return tuple(sheets)


def targets_of(contents: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return by id which part the workbook's relations lead to, and of what kind it is."""
    relations = RELATION.findall(contents.get("xl/_rels/workbook.xml.rels", b""))
    targets = {}
    for relation in map(attributes, relations):
        target = relation.get("target", "")
        whole = target[1:] if target.startswith("/") else f"xl/{target}"
        targets[relation.get("id", "")] = (whole.lower(), relation.get("type", ""))
    return targets
