"""登记事项 in the journals: a directive each, harmless to Beancount, and proved by the plugin."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from beancount import loader
from beancount.core.data import Custom

from ledger.formats.journals.beancount_registers import REGISTER
from tests.browse import at_home
from tests.chain_files import exported_years
from tests.office import SECOND
from tests.test_journal_plugin import edit, errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECALL = "收回通知"


@pytest.fixture(scope="module")
def exported(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export two years of a book as journals; December 2026 has a 收回通知 and its 撤销登记."""
    return exported_years(sqlite_template, tmp_path_factory.mktemp("journal"))


@pytest.fixture
def journals(exported: Path, tmp_path: Path) -> Path:
    """Give a copy of the journals to change."""
    shutil.copytree(exported, tmp_path / "journals")
    return tmp_path / "journals"


def december(folder: Path) -> Path:
    return folder / "2026" / "12.beancount"


def directive(path: Path, kind: str = RECALL) -> str:
    """Find a 登记事项's text."""
    found = re.search(
        rf'^\S+ custom "{REGISTER}" "{kind}".*?\n\n',
        path.read_text("utf-8") + "\n",
        re.MULTILINE | re.DOTALL,
    )
    assert found is not None
    return found[0].rstrip("\n") + "\n"


def test_a_register_reads_as_what_was_approved(exported: Path) -> None:
    loader.initialize(use_cache=False)
    entries, found, _ = loader.load_file(str(exported / "2026" / "main.beancount"))
    assert found == []
    registers = [e for e in entries if isinstance(e, Custom) and e.type == REGISTER]
    shown = [(str(e.date), *(value.value for value in e.values)) for e in registers]
    assert shown[-2:] == [
        ("2026-12-20", RECALL, SECOND, "2026"),
        ("2026-12-20", "撤销登记", "", ""),
    ]
    recalled = registers[-2].meta
    assert (recalled["prepared_by"], recalled["approved_by"]) == ("制单乙", "审核丙")
    assert {"id", "seq", "fact", "link"} <= set(recalled)
    assert "reason" not in recalled


#: What stands in the text of a 登记事项, changed: old → new.
CHANGES = {
    "booked": (
        f'2026-12-20 custom "{REGISTER}" "{RECALL}"',
        f'2026-12-21 custom "{REGISTER}" "{RECALL}"',
    ),
    "kind": (f'"{RECALL}"', '"担保"'),
    "kind with legs": (f'"{RECALL}"', '"拨付"'),
    "kind unknown": (f'"{RECALL}"', '"收回"'),
    "hospital": (f'"{SECOND}"', '"H62010000001"'),
    "hospital lost": (f' "{SECOND}"', ""),
    "year": ('"2026"\n', '"2025"\n'),
    "year as number": ('"2026"\n', "2026\n"),
    "a word more": ('"2026"\n', '"2026" "x"\n'),
    "date of fact": ("  prepared_by", "  date_of_fact: 2026-12-19\n  prepared_by"),
    "fact": ('fact: "', 'fact: "0'),
    "fact of another": ('fact: "', f'fact: "{"0" * 64}"\n  was: "'),
    "link": ('link: "', 'link: "0'),
    "link of another": ('link: "', f'link: "{"0" * 64}"\n  was: "'),
    "place": ("seq: 11\n", "seq: 110\n"),
    "place lost": ("  seq: 11\n", ""),
    "place as text": ("seq: 11\n", 'seq: "eleven"\n'),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_a_change_in_a_register_is_shown_at_its_line(journals: Path, old: str, new: str) -> None:
    path = december(journals)
    text = directive(path)
    line = path.read_text("utf-8").partition(text)[0].count("\n") + 1
    assert old in text
    edit(path, text, text.replace(old, new, 1))
    found = errors(journals / "2026.beancount")
    assert [error for error in found if error.startswith(f"12.beancount:{line} ")], found


def cut(folder: Path) -> None:
    edit(december(folder), directive(december(folder)), "")


def doubled(folder: Path) -> None:
    text = directive(december(folder))
    edit(december(folder), text, f"{text}\n{text}")


def slipped_in(folder: Path) -> None:
    text = directive(december(folder))
    edit(december(folder), text, f"{text}\n{text.splitlines()[0]}\n")


def made_a_transaction(folder: Path) -> None:
    """It has its digests and its place, and is no voucher."""
    text = directive(december(folder))
    edit(
        december(folder),
        text,
        text.replace(f'custom "{REGISTER}" "{RECALL}"', f'* "{RECALL}"', 1).replace(
            f' "{SECOND}" "2026"', "", 1
        ),
    )


ATTACKS: dict[Callable[[Path], None], str] = {
    cut: "中间有凭证被删去",
    doubled: "中间有凭证被删去、插入或重复",
    slipped_in: "这一笔不在链上，不是记账凭证或登记事项",
    made_a_transaction: "与记账时不同",
}


@pytest.mark.parametrize(
    ("attack", "expected"), ATTACKS.items(), ids=[attack.__name__ for attack in ATTACKS]
)
def test_what_is_done_to_registers_as_a_whole_is_said(
    journals: Path, attack: Callable[[Path], None], expected: str
) -> None:
    attack(journals)
    found = errors(journals / "2026.beancount")
    assert [error for error in found if expected in error], found


def test_a_tail_of_registers_cut_off_is_said(journals: Path) -> None:
    """The last links of 2027 as exported."""
    path = journals / "2027" / "02.beancount"
    text = path.read_text("utf-8")
    last = max(int(place) for place in re.findall(r"seq: (\d+)", text))
    assert last == 5
    edit(journals / "2027.beancount", f"2027 {last} ", f"2027 {last + 1} ")
    assert [error for error in errors(journals / "2027.beancount") if "尾部被截去" in error]


def test_fava_lists_registers_and_finds_no_fault(exported: Path) -> None:
    client = at_home([exported / "2026.beancount"], exported / "view")
    slug = client.get("/", base_url="http://127.0.0.1:5000").headers["Location"].split("/")[-3]
    faults = client.get(f"/{slug}/api/errors", base_url="http://127.0.0.1:5000")
    assert faults.get_json()["data"] == []
    page = client.get(f"/{slug}/api/journal", base_url="http://127.0.0.1:5000")
    listed = [row for row in page.get_json()["data"] if row.get("type") == REGISTER]
    assert [row["date"] for row in listed][-2:] == ["2026-12-20", "2026-12-20"]
