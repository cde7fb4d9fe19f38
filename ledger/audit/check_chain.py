"""核对链文件: proves a book's year against its printed seals (封存码), without this project.

`python check_chain.py 链文件 封存码…`: exit 0 sound, 1 not, 2 unreadable; see docs/chain-format.md.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Record = dict[str, Any]
FORMAT = "prepay/1"
#: The kinds of record, each with its fields in order; all but a line begin with their kind.
FIELDS = (
    "line account name side fen;book record format book year;opening record account name fen;"
    "link record position label booked date kind movement hospital year summary form corrects "
    "lines journal fact link;seal record book period vouchers events debit_fen credit_fen "
    "balances_digest signatures_digest position head previous closed_by closed_at digest"
)
KINDS = {words.split()[0]: words.split()[1:] for words in FIELDS.split(";")}
HEAD, SEAL = KINDS["link"][2:-4], KINDS["seal"][1:-1]
WHOLE = ("year", "fen", "position", "vouchers", "events", "debit_fen", "credit_fen")
TYPES = dict.fromkeys(WHOLE, int) | {"lines": list}  # All others are texts.
HEX = re.compile("[0-9a-f]{64}")
LABEL = re.compile("([0-9]{4}-(0[0-9]|1[0-2]) (期初|记)-[0-9]{4,9})?")
DIGESTS = ("journal", "fact", "link", "head", "digest", "balances_digest", "signatures_digest")
SHAPED = dict.fromkeys(DIGESTS, HEX) | {"label": LABEL, "side": re.compile("debit|credit")}
SHAPED |= {"period": re.compile("[0-9]{4}-(0[1-9]|1[0-3])"), "format": re.compile("prepay-chain/1")}
SHAPED |= {"booked": re.compile("[0-9]{4}(-[0-9]{2}){2}")}


def digest(*fields: object) -> str:
    """Return the SHA-256 of fields, each written as its length in bytes, `:`, itself, `,`."""
    raws = [str(field).encode() for field in fields]
    return hashlib.sha256(b"".join([b"%d:%b," % (len(raw), raw) for raw in raws])).hexdigest()


def times(sign: int, lines: list[Any]) -> str:
    """Return the digest of lines, or, with -1, of the lines of red that undo them."""
    return digest(*[word for *texts, fen in lines for word in (*texts, sign * fen)])


def shaped(key: str, value: Any) -> bool:
    """Return whether a value has its field's type and shape."""
    sound = type(value) is TYPES.get(key, str)
    return sound and (key not in SHAPED or bool(SHAPED[key].fullmatch(value)))


def fits(record: object, kind: str) -> bool:
    """Return whether a record has just its kind's fields, in order, each of its type and shape."""
    if not isinstance(record, dict) or list(record) != KINDS[kind]:
        return False
    sound = all(shaped(*field) for field in record.items())
    return sound and all(fits(line, "line") for line in record.get("lines", []))


def read_record(raw: bytes) -> Record:
    """Read a record, which has one spelling: no byte is left to taste. Empty if it is none."""
    try:
        record = json.loads(raw.decode())
        spelled = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        return record if spelled.encode() == raw and fits(record, record["record"]) else Record()
    except (ValueError, LookupError, TypeError, RecursionError):
        return Record()


def read_records(path: str) -> Iterator[Record]:
    """Read a chain file's records, which come in the order of their kinds, one book first."""
    ranks, rank = list(KINDS), 0
    with Path(path).open("rb") as file:
        for number, raw in enumerate(file, 1):
            record = read_record(raw)
            before, rank = rank, ranks.index(record.get("record", "line"))
            if rank < max(before, 1) or (rank == 1) != (number == 1):
                raise ValueError(f"LINE_UNREADABLE 链文件第 {number} 行不合格式或次序")
            yield record


class Chain:
    """One book's year while it is read: what must follow, and what was found wrong."""

    def __init__(self, book: Record) -> None:
        self.book, self.year, self.position = book["book"], book["year"], 0
        self.heads = {0: digest(FORMAT, "genesis", self.book, self.year)}
        self.last, self.seals, self.findings = {"period": f"{self.year}-00"}, Record(), list[str]()
        self.names, self.vouchers, self.red = Record(), Record(), Record()
        self.balances, self.moves = Record(), Record()
        self.numbers, self.events = Counter[str](), Counter[str]()

    def find(self, sound: object, finding: str) -> None:
        """Note what is wrong, unless it is sound."""
        self.findings += () if sound else (finding,)

    def opening(self, row: Record) -> None:
        """年初余额 stand in order of code, once each, none of them zero."""
        sound = row["fen"] and row["account"] > next(reversed(self.balances), "")
        self.find(sound, f"OPENING_ORDER 年初余额 {row['account']} 次序不对、重复或为零")
        self.balances[row["account"]], self.names[row["account"]] = row["fen"], row["name"]

    def link(self, row: Record) -> None:
        """A link has its place, and its digests follow from what it says and the link before."""
        at, place = self.position + 1, f"第 {row['position']} 环 {row['label'] or row['kind']}"
        self.find(row["position"] == at, f"CHAIN_POSITION {place}：应为第 {at} 环")
        words = [word for line in row["lines"] for word in line.values()]
        head = [self.book, *[row[name] for name in HEAD], len(row["lines"])]
        sound = digest(FORMAT, "journal", *head, *words) == row["journal"]
        self.find(sound, f"JOURNAL_DIGEST {place}：内容与记账时不同")
        tied = bytes.fromhex(self.heads[self.position] + row["journal"] + row["fact"])
        sound = hashlib.sha256(tied).hexdigest() == row["link"]
        self.find(sound, f"LINK_BROKEN {place}：与前一环接不上")
        self.position, self.heads[row["position"]] = row["position"], row["link"]
        (self.voucher if row["label"] else self.register)(row, place)

    def register(self, row: Record, place: str) -> None:
        """A 登记事项 is no voucher, and lies in the year."""
        empty = not any(row[name] for name in ("summary", "form", "corrects", "lines"))
        sound = empty and row["movement"] == row["kind"] and row["booked"][:4] == str(self.year)
        self.find(sound, f"REGISTER_UNCLEAR {place}：登记事项含有凭证内容，或不在本年")
        self.events[row["booked"][:7]] += 1

    def voucher(self, row: Record, place: str) -> None:
        """A voucher has the next number of its month, and lines that balance."""
        month, lines = row["label"][:7], [list(line.values()) for line in row["lines"]]
        word, due = "期初" if month[5:] == "00" else "记", self.numbers[month] + 1
        sound = row["label"] == f"{self.year}-{month[5:]} {word}-{due:04d}"
        self.find(sound, f"NUMBERS_BROKEN {place}：不是 {self.year} 年 {word}-{due:04d}")
        self.numbers[month] = int(row["label"].rpartition("-")[2])
        self.events[month] += 1
        moves, sums = self.moves.setdefault(month, {}), [0, 0]
        for account, name, side, fen in lines:
            sound = self.names.setdefault(account, name) == name
            self.find(sound, f"NAME_DIFFERS {place}：科目 {account} 名称前后不同")
            moves.setdefault(account, [0, 0])[side == "credit"] += fen
            sums[side == "credit"] += fen
        left = sums[0] - sums[1]
        self.find(left == 0, f"VOUCHER_UNBALANCED {place}：借贷不平，相差 {left} 分")
        self.correction(row, times(1, lines), place)
        self.vouchers[row["label"]] = (row["movement"], times(-1, lines))

    def correction(self, row: Record, lines: str, place: str) -> None:
        """What corrects names a voucher before it (of this year); red mirrors it, and only once."""
        wrong, found = row["corrects"], self.vouchers.get(row["corrects"])
        form = row["kind"] if row["kind"] in ("red", "difference", "amend") else wrong and "blue"
        sound = (form, bool(form)) == (row["form"], bool(wrong))
        self.find(sound, f"FORM_UNCLEAR {place}：更正形式与业务类型、原凭证不一致")
        self.find(found or wrong < f"{self.year}-", f"CORRECTS_UNKNOWN {place}：此前没有 {wrong}")
        if found and form == "red":
            self.find(found == (row["movement"], lines), f"RED_UNEQUAL {place}：与 {wrong} 不对应")
            sound = self.red.setdefault(wrong, place) == place
            self.find(sound, f"RED_TWICE {place}：{wrong} 已由{self.red[wrong]} 注销")

    def seal(self, row: Record) -> None:
        """A seal binds counts, totals, balances, the chain, and the seal before it."""
        period, at, previous = row["period"], row["position"], row["previous"]
        sound = digest(FORMAT, "seal", *[row[name] for name in SEAL]) == row["digest"]
        self.find(sound, f"SEAL_BROKEN {period} 的封存内容被改动")
        self.find(previous == self.last.get("digest", previous), f"SEAL_PREVIOUS {period} 接不上期")
        month = int(self.last["period"][5:]) + 1 if previous else int(period[5:])  # A book's first.
        sound = (row["book"], period) == (self.book, f"{self.year}-{month:02d}")
        self.find(sound, f"SEAL_ORDER {row['book']} {period} 的封存不在其位")
        self.find(self.heads.get(at) == row["head"], f"SEAL_HEAD {period} 第 {at} 环不是当时链首")
        moves = self.moves.get(period, {}).values()
        totals = [sum(pair[side] for pair in moves) for side in (0, 1)]
        figures = [self.numbers[period], self.events[period], *totals]
        sound = figures == [row[name] for name in SEAL[2:6]]
        self.find(sound, f"SEAL_FIGURES {period} 封存的张数或合计与凭证不符")
        self.carry(period)
        sound = digest(FORMAT, "balances", *self.table(period)) == row["balances_digest"]
        self.find(sound, f"SEAL_BALANCES {period} 的余额表与结账时不同")
        self.seals[row["digest"]] = self.last = row

    def carry(self, period: str) -> None:
        """Bring what moved before a month into its opening balances."""
        for before in sorted(self.moves):
            if before >= period:
                return
            for code, (debit, credit) in self.moves.pop(before).items():
                self.balances[code] = self.balances.get(code, 0) + debit - credit

    def table(self, period: str) -> list[object]:
        """Return a month's 余额表, word by word."""
        words, moves = list[object](), self.moves.get(period, {})
        for code in sorted({*self.balances, *moves}):
            opening, (debit, credit) = self.balances.get(code, 0), moves.get(code, (0, 0))
            if opening or debit or credit:
                words += [code, self.names[code], opening, debit, credit, opening + debit - credit]
        return words


def read_seals(word: str) -> list[str]:
    """Return the seal that a word is, or the seals that the file of this name holds."""
    raw = word.encode() if HEX.fullmatch(word.lower()) else Path(word).read_bytes()
    seals = raw.replace(b"\0", b"").decode("ascii", "ignore").lower().split() or [""]
    if not all(HEX.fullmatch(seal) for seal in seals):
        raise ValueError(f"SEAL_UNREADABLE {word} 不是封存码（64 个字符），也不是存有它的文件")
    return seals


def check(path: str, words: list[str]) -> tuple[list[str], str]:
    """Check a chain file against seals; returns what is wrong, and how far the seals reach."""
    seals, reached = [seal for word in words for seal in read_seals(word)], 0
    records = read_records(path)
    chain = Chain(next(records))
    for row in records:
        getattr(chain, row["record"])(row)
    for seal in seals:
        found = chain.seals.get(seal)
        chain.find(found, f"SEAL_UNKNOWN 没有封存码 {seal}：账套年度不同，链被重写，或截去了尾部")
        reached = max(reached, found["position"] if found else 0)
    span = f"共 {chain.position} 环，所给封存码封到第 {reached} 环"
    return chain.findings, f"{chain.book} {chain.year} 年{span}"


def say(lines: list[str]) -> None:
    """Write lines on any console; what does not print is a question mark."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    for line in lines:
        sys.stdout.write("".join(char if char.isprintable() else "?" for char in line) + "\n")


def main(words: list[str]) -> int:
    """Check what the words name, say what was found, and return the exit code."""
    said, code = ["用法：python check_chain.py 链文件 封存码…"], 2
    try:
        if len(words) > 1:
            findings, span = check(words[0], words[1:])
            verdict = f"不符，{len(findings)} 处" if findings else "相符"
            said, code = [*findings[:100], span, f"结论：{verdict}"], 1 if findings else 0
    except (OSError, ValueError, StopIteration) as error:
        said = [f"{error}" or "LINE_UNREADABLE 链文件是空的", "结论：读不懂"]
    say(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
