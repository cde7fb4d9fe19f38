"""Fonts for print (打印字体): where they are looked for, and which one is taken.

No Chinese font comes with the program. A folder that holds one is asked first, then the
system; names that a printed book is usually set in come first, then any font that has
the characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, unclear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from typst import Fonts

#: 宋体 before 仿宋 before 黑体: a book is read, a heading is seen.
PREFERRED = (
    "SimSun",
    "宋体",
    "NSimSun",
    "新宋体",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "思源宋体",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "FZShuSong-Z01",
    "FZShuSong-Z01S",
    "方正书宋_GBK",
    "方正书宋简体",
    "FZSongS-Extended",
    "STSong",
    "华文宋体",
    "FangSong",
    "仿宋",
    "FangSong_GB2312",
    "仿宋_GB2312",
    "STFangsong",
    "华文仿宋",
    "AR PL UMing CN",
    "Microsoft YaHei",
    "微软雅黑",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "WenQuanYi Zen Hei",
    "文泉驿正黑",
    "WenQuanYi Micro Hei",
    "文泉驿微米黑",
    "SimHei",
    "黑体",
    "Droid Sans Fallback",
)
#: Characters that a font for simplified Chinese has, and a font for Latin has not.
SAMPLE = "医疗账证险贰"
PROBE = b"""#set document(date: datetime(year: 2026, month: 1, day: 1))
#set text(font: sys.inputs.family, fallback: false)
#sys.inputs.sample
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """What to print with: a family, and the fonts that stand in for characters it lacks."""

    family: str
    fonts: Fonts


def find_typeface(folders: Sequence[Path]) -> Typeface:
    """Find a Chinese font in the folders, in their order, then among the system's.

    Raises Refused: FONT_MISSING, naming where and for what was looked.
    """
    from typst import Fonts

    system = Fonts(include_embedded_fonts=False)
    there = [folder for folder in folders if folder.is_dir()]
    for folder in there:
        own = Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
        )
        for family in usable(own):
            return Typeface(family=family, fonts=Fonts(font_paths=[str(folder)]))
    for family in usable(system):
        return Typeface(family=family, fonts=Fonts())
    raise missing(folders)


def usable(fonts: Fonts) -> Iterator[str]:
    """Return the families that can print Chinese, the preferred ones first."""
    families = {family.lower(): family for family in sorted(fonts.families())}
    wanted = [name.lower() for name in PREFERRED]
    others = [name for name in families if name not in wanted]
    for name in (*wanted, *others):
        if name in families and prints_chinese(fonts, families[name]):
            yield families[name]


def prints_chinese(fonts: Fonts, family: str) -> bool:
    """Return whether a family has the characters itself; PDF/A refuses to be made without them."""
    from typst import Compiler, TypstError

    words = {"family": family, "sample": SAMPLE}
    compiler = Compiler(PROBE, font_paths=fonts, ignore_system_fonts=True, sys_inputs=words)
    try:
        _, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards="a-2u")
    except TypstError:
        return False
    return not warnings


def missing(folders: Sequence[Path]) -> Refused:
    """Say that no Chinese font was found, where and for what was looked, and how to get one."""
    places = "、".join([*map(str, folders), "系统字体"])
    return unclear(
        "FONT_MISSING",
        f"没有找到可以打印中文的字体。找过：{places}；先找 {'、'.join(PREFERRED[::4])} 等，"
        "再找任何有简体中文字的字体",
        "把一个中文字体文件（如 Windows 的 simsun.ttc，或开源的思源宋体）放进上面的文件夹，"
        "或用环境变量 PREPAY_FONTS 写明字体所在的文件夹；"
        "Debian、Ubuntu、统信、麒麟可以装 fonts-noto-cjk 或 fonts-wqy-zenhei",
    )
