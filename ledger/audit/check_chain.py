"""核对链文件: proves a book's year, and who signed it, without this project.

`python check_chain.py 链文件 封存码… 指纹… 单位事项链头…`: what the printed cover says, any order.
Exit 0 sound, 1 not, 2 unreadable; see docs/chain-format.md.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from functools import lru_cache
from itertools import accumulate, permutations, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Record = dict[str, Any]
Words = dict[str, list[str]]
FORMAT = "prepay/1"
#: The kinds of record, each with its fields in order; all but a line begin with their kind.
FIELDS = (
    "line account name side fen;book record format book year;"
    "office record position kind subject pairs proposed confirmed recorded_at fact link;"
    "set record id pairs signature;opening record account name fen;"
    "link record position label booked date kind movement hospital year summary form corrects "
    "lines journal fact link;signed record position label booked date kind movement hospital year "
    "summary form corrects lines private prepared approved posted journal fact link;"
    "seal record book period vouchers events debit_fen credit_fen "
    "balances_digest signatures_digest position head previous closed_by closed_at digest"
)
KINDS = {words.split()[0]: words.split()[1:] for words in FIELDS.split(";")}
#: The order in which they come; links that are signed and that are not may be mixed.
RANKS = {
    "line": 0,
    "book": 1,
    "office": 2,
    "set": 3,
    "opening": 4,
    "link": 5,
    "signed": 5,
    "seal": 6,
}
HEAD, SEAL = KINDS["link"][2:-4], KINDS["seal"][1:-1]
PUBLIC, MENDED = HEAD[1:8], HEAD[8:]
WHOLE = ("year", "fen", "position", "vouchers", "events", "debit_fen", "credit_fen")
TYPES: dict[str, type] = dict.fromkeys(WHOLE, int) | {
    "lines": list,
    "pairs": list,
}  # All others are texts.
HEX = re.compile("[0-9a-f]{64}")
GIVEN = re.compile("[0-9a-f]{64}|(.*=)?[0-9a-f]{4}(-[0-9a-f]{4}){4}|[0-9]{1,9}:[0-9a-f]{64}")
LABEL = re.compile("([0-9]{4}-(0[0-9]|1[0-2]) (期初|记)-[0-9]{4,9})?")
DIGESTS = ("journal", "fact", "link", "head", "digest", "balances_digest", "signatures_digest")
SHAPED = dict.fromkeys((*DIGESTS, "private"), HEX) | {"label": LABEL}
SIGNATURE = re.compile("[0-9a-f]{128}")
SHAPED |= {"side": re.compile("debit|credit"), "signature": SIGNATURE}
SHAPED |= {"period": re.compile("[0-9]{4}-(0[1-9]|1[0-3])")}
SHAPED |= {
    "format": re.compile("prepay-chain/[12]"),
    "booked": re.compile("[0-9]{4}(-[0-9]{2}){2}"),
}
#: What a set says first, whatever it is for; what it may say more than once; what it is for.
CONTENT = ("kind", "subject", "content")
SET_HEAD = ["book", "act", "by", "algorithm", "key", "at", "office"]
MANY = ("member", "numbers")
TWO, CLOSED = ("prepared", "approved"), ("period", "position", "head")
ACTS = {"prepare": "制单", "approve": "审核", "post": "记账", "close": "结账"}
ACTS |= {"propose": "提出", "confirm": "确认"}
#: In which roles one may do what; what is irregular, and some kinds, the chief approves.
ROLES = {"prepare": ("preparer",), "approve": ("approver", "chief"), "close": ("chief",)}
ROLE_NAMES = {"preparer": "制单", "approver": "审核", "poster": "记账", "chief": "会计主管"}
RESET, CASHIER_NEVER = ("reset", "recovered"), {"approver", "poster", "chief"}


def digest(*fields: object) -> str:
    """Return the SHA-256 of fields, each written as its length in bytes, `:`, itself, `,`."""
    raws = [str(field).encode() for field in fields]
    return hashlib.sha256(b"".join([b"%d:%b," % (len(raw), raw) for raw in raws])).hexdigest()


def pairs_digest(word: str, pairs: Iterable[Iterable[str]]) -> str:
    """Return the digest of name–value pairs (prepay/2); an empty value is left out."""
    return digest(
        "prepay/2", word, *[part for name, value in pairs if value for part in (name, value)]
    )


#: What stands before the first fact of the office.
GENESIS = pairs_digest("genesis", (("book", "-"),))


def tied(*digests: str) -> str:
    """Return the SHA-256 of the raw bytes of digests, one after another."""
    return hashlib.sha256(bytes.fromhex("".join(digests))).hexdigest()


def times(sign: int, lines: list[Any]) -> str:
    """Return the digest of lines, or, with -1, of the lines of red that undo them."""
    return digest(*[word for *texts, fen in lines for word in (*texts, sign * fen)])


def yuan(fen: int) -> str:
    """Write fen as yuan."""
    return f"{'-' * (fen < 0)}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


# What a file may hold, and how it is spelled.


def shaped(key: str, value: Any) -> bool:
    """Return whether a value has its field's type and shape."""
    sound = type(value) is TYPES.get(key, str)
    if key == "pairs":
        return sound and all(map(paired, value))
    return sound and (key not in SHAPED or bool(SHAPED[key].fullmatch(value)))


def paired(pair: object) -> bool:
    """Return whether a pair is a name and a value, neither of them empty."""
    return type(pair) is list and len(pair) == 2 and all(type(x) is str and x for x in pair)


def fits(record: object, kind: str) -> bool:
    """Return whether a record has just its kind's fields, in order, each of its type and shape."""
    if not isinstance(record, dict) or list(record) != KINDS[kind]:
        return False
    sound = all(shaped(*field) for field in record.items())
    return sound and all(map(fits, record.get("lines", []), repeat("line")))


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
    rank, kinds = 0, set(RANKS)
    with Path(path).open("rb") as file:
        for number, raw in enumerate(file, 1):
            record = read_record(raw)
            before, rank = rank, RANKS[record.get("record", "line")]
            if record.get("format") == "prepay-chain/1":
                kinds -= {"office", "set", "signed"}
            sound = record.get("record") in kinds and rank >= max(before, 1)
            if not sound or (rank == 1) != (number == 1):
                raise ValueError(f"LINE_UNREADABLE 链文件第 {number} 行不合格式或次序")
            yield record


# Ed25519 as RFC 8032 writes it, for where `cryptography` is not to be had.

P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
BASE = bytes.fromhex("58" + "66" * 31)
Point = tuple[int, int, int, int]
ZERO: Point = (0, 1, 1, 0)


def added(one: Point, other: Point) -> Point:
    """Add two points of the curve, in extended coordinates (x/z, y/z, and xy/z)."""
    a, b = (one[1] - one[0]) * (other[1] - other[0]), (one[1] + one[0]) * (other[1] + other[0])
    c, d = 2 * one[3] * other[3] * D, 2 * one[2] * other[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


@lru_cache(maxsize=256)
def doubles(raw: bytes, sign: int) -> tuple[Point, ...]:
    """Return a point, its double, its double's double…, 256 of them; none where it is no key.

    A point that is not spelled as RFC 8032 does, or whose eightfold is nothing, is no key.
    """
    y, odd = int.from_bytes(raw, "little") % 2**255, raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    root = pow(square, (P + 3) // 8, P)
    root = root * (1 if root * root % P == square else ROOT) % P
    x = sign * (root if root % 2 == odd else -root) % P
    one = (x, y, 1, x * y % P)
    points = list(accumulate(repeat(one, 256), lambda point, _: added(point, point)))
    sound = x * x % P == square and points[3][0]
    return tuple(points) if y < P and sound else ()


def times_point(number: int, points: tuple[Point, ...]) -> Point:
    """Multiply a point, given by its doubles."""
    total = ZERO
    for bit, point in enumerate(points):
        if number >> bit & 1:
            total = added(total, point)
    return total


def verified_alone(key: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether a signature of a sound key is of a message, by plain arithmetic."""
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    x, y, z, _ = added(times_point(s, doubles(BASE, 1)), times_point(k, doubles(key, -1)))
    by = pow(z, -1, P)
    found = (y * by % P + (x * by % P % 2 << 255)).to_bytes(32, "little")
    return s < ORDER and found == signature[:32]


def verifying() -> Callable[[bytes, bytes, bytes], bool]:
    """Return what verifies a signature of a sound key: `cryptography` where it is to be had."""
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return verified_alone

    def verified(key: bytes, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except Exception:  # noqa: BLE001 - whatever the library says is no.
            return False
        return True

    return verified


VERIFIED = verifying()


def signed_by(public: str, said: str, signature: str) -> bool:
    """Return whether the owner of a public key signed the set of this digest."""
    key = bytes.fromhex(public) if HEX.fullmatch(public) else b""
    sound = SIGNATURE.fullmatch(signature) and key and doubles(key, -1)
    message = b"prepay/2 signature\n" + bytes.fromhex(said)
    return bool(sound) and VERIFIED(key, message, bytes.fromhex(signature))


def fingerprint(public: str) -> str:
    """Shorten a public key as the printed cover does: five groups of four."""
    mark = hashlib.sha256(public.encode()).hexdigest()[:20].upper()
    if HEX.fullmatch(public):
        mark = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:20].upper()
    return "-".join(mark[at : at + 4] for at in range(0, 20, 4))


class Set:
    """One signature: what it says, whom it names, and what is wrong with it by itself."""

    def __init__(self, row: Record) -> None:
        self.id, self.pairs = row["id"], [(name, value) for name, value in row["pairs"]]
        self.said, self.signature = dict(self.pairs), row["signature"]
        self.act, self.by = self.said.get("act", ""), self.said.get("by", "")
        self.members = {value for name, value in self.pairs if name == "member"}
        self.digest = pairs_digest("set", self.pairs)
        signed = (("set", self.digest), ("signature", self.signature))
        self.mark, self.fault = pairs_digest("set-signed", signed), ""
        self.name = f"{self.said.get('at')} {ACTS.get(self.act, '')}签名（{self.by}）"
        #: The position of the office's chain that it leans on; below 0 where it names none.
        self.leaned = -1

    def formed(self, book: str) -> bool:
        """Return whether it says first what each set says, and nothing twice that stands once."""
        once = [name for name, _ in self.pairs if name not in MANY]
        sound = once[:7] == SET_HEAD and len(once) == len(set(once))
        own = {**dict.fromkeys(ACTS, book), "propose": "-", "confirm": "-"}
        return sound and self.tells(("book", "algorithm")) == [own.get(self.act), "ed25519"]

    def tells(self, names: Iterable[str]) -> list[str]:
        """Return what it says under names, in their order."""
        return [self.said.get(name, "") for name in names]

    def signer(self) -> str:
        """Name who signed; where the signature does not hold, say so."""
        return f"{self.by}（签名不成立）" if self.fault else self.by


NO_SEAL = {"position": 0}
NO_KEY: Record = {"at": 0, "public": "", "how": "", "barred": set(), "hands": set()}
NOBODY = Set({"id": "", "pairs": [], "signature": ""})


class OfficeChain:
    """The office's chain and all sets: whose key, and who held which role, at each position."""

    def __init__(self, book: str, find: Callable[[object, str], None]) -> None:
        self.book, self.find, self.facts, self.sets = book, find, list[Record](), dict[str, Set]()
        self.head, self.since, self.digests = GENESIS, 0, set[str]()
        self.cited, self.links = {f"0:{self.head}": 0}, set[str]()
        #: By name: since which position which key, how, and who else gave it; roles and books.
        self.keys, self.roles = dict[str, list[Any]](), dict[str, list[Any]]()
        self.stand_ins, self.stood, self.sealed = list[Record](), list[str](), list[str]()
        self.closes, self.sample, self.recovery = dict[str, Set](), False, ""
        #: The keys with which their owners confirmed that they were reset, by the set.
        self.own, self.proposals = dict[str, Record](), dict[str, int]()

    def fact(self, row: Record) -> None:
        """Keep a fact until all sets are read."""
        self.facts.append(row)

    def signature(self, row: Record) -> None:
        """Keep a set; none stands twice."""
        one = Set(row)
        sound = one.id not in self.sets and one.digest not in self.digests
        self.find(sound, f"SET_TWICE {one.name}：同一签名登记了两次")
        self.sets[one.id] = one
        self.digests.add(one.digest)
        if one.act == "close":
            self.closes[one.tells(["seal"])[0]] = one

    def settle(self) -> None:
        """Walk the office's chain, then look at each set as of the head that it cites."""
        for at, row in enumerate(self.facts, 1):
            self.link(row, at)
        for one in self.sets.values():
            one.fault = self.fault_of(one)
            self.find(not one.fault, one.fault)
            if one.act in ROLES:
                self.asked(one, ROLES[one.act])
        for at, row in enumerate(self.facts, 1):
            self.two(row, at)

    def made(self, id_: str) -> Set:
        """Return a set by its id."""
        return self.sets.get(id_, NOBODY)

    def pair(self, row: Record) -> list[Set]:
        """Return the two sets of a fact of the office: who proposed it, and who confirmed."""
        return [self.made(row["proposed"]), self.made(row["confirmed"])]

    def link(self, row: Record, at: int) -> None:
        """A fact of the office follows from the one before it and from its two sets."""
        marks = [one.mark for one in self.pair(row)]
        pairs = [("position", str(at)), ("kind", row["kind"]), ("subject", row["subject"])]
        pairs += [*row["pairs"], ("proposed", marks[0]), ("confirmed", marks[1])]
        shown = pairs_digest("office-fact", [*pairs, ("recorded_at", row["recorded_at"])])
        sound = (row["position"], row["fact"], row["link"]) == (at, shown, tied(self.head, shown))
        self.find(sound, f"OFFICE_BROKEN {place_of(row)}：内容被改动，或与前一环接不上")
        self.head = row["link"]
        self.links.add(self.head)
        self.cited[f"{at}:{self.head}"] = at
        words: dict[str, list[str]] = {}
        for name, value in row["pairs"]:
            words.setdefault(name, []).append(value)
        counts: dict[str, Callable[[Record, Words, int], None]] = {"key": self.key}
        counts |= {"roles": self.role, "stand-in": self.stand_in, "signing-on": self.switch_on}
        counts |= {"recovery-code": self.recover, "handover": self.hand_over}
        counts.get(row["kind"], self.other)(row, words, at)

    def other(self, row: Record, words: Words, at: int) -> None:
        """What neither keys nor roles hang on is proved, and counts for nothing here."""

    def key(self, row: Record, words: Words, at: int) -> None:
        """Count a key in; after switching on nobody has a first one without being asked."""
        how, name, public = only(words, "how"), row["subject"], only(words, "public")
        late = how == "first" and self.since
        self.find(not late, f"KEY_LATE {place_of(row)}：启用签名之后不再有首批密钥")
        one = {**self.hands(row, how), "at": at, "public": public, "how": how}
        self.keys.setdefault(name, []).append(one)
        if how in RESET:
            self.own[row["confirmed"]] = one
        if how == "recovered":
            self.by_code(row, only(words, "recovery_signature"))

    def by_code(self, row: Record, signature: str) -> None:
        """A key by the recovery code is signed by the code that counted, and uses it up."""
        said = [pair for pair in row["pairs"] if pair[0] != "recovery_signature"]
        content = content_of({**row, "pairs": said})
        signed = pairs_digest("set", [[name, content[at]] for at, name in enumerate(CONTENT)])
        sound = signed_by(self.recovery, signed, signature)
        self.find(sound, f"RECOVERY_FORGED {place_of(row)}：没有用当时的恢复码")
        self.recovery = ""

    def hands(self, row: Record, how: str) -> Record:
        """Return who may not sign opposite a key, and in whose hand it may be.

        Of a key that was reset both are who helped, and in whose hand theirs may be; a recovery
        code is a second secret. One's own new key is free of that, unless the same people helped.
        """
        before, two = self.newest(row["subject"]), [one.by for one in self.pair(row)]
        people = {*two} - {row["subject"]}
        people = people.union(*map(self.behind, people))
        if how in RESET:
            return {"barred": people, "hands": people if how == "reset" else set()}
        return before if before["barred"] & people else NO_KEY

    def behind(self, name: str) -> set[str]:
        """Return in whose hand somebody's key may be, beside the owner's."""
        return set(self.newest(name)["hands"])

    def newest(self, name: str) -> Record:
        """Return somebody's newest key so far."""
        keys: list[Record] = self.keys.get(name, [NO_KEY])
        return keys[-1]

    def recover(self, _: Record, words: Words, __: int) -> None:
        """Count a recovery code in; the one before it no longer counts."""
        self.recovery = only(words, "public")

    def role(self, row: Record, words: Words, at: int) -> None:
        """Count roles in, with the books that they are for; a leaver has none."""
        held = (at, words.get("role", []), words.get("book") or [self.book])
        self.roles.setdefault(row["subject"], []).append(held)

    def hand_over(self, row: Record, _: Words, at: int) -> None:
        """Count a 交接 in: roles end with it, and each 代理 by that person or instead of them."""
        self.role(row, {}, at)
        for stood in self.stand_ins:
            if row["subject"] in (stood["name"], stood["instead_of"]):
                stood["ended"] = min(stood["ended"], at)

    def stand_in(self, row: Record, words: Words, at: int) -> None:
        """Count a 代理 in."""
        said: Record = {name: only(words, name) for name in ("instead_of", "since", "until")}
        said |= {"name": row["subject"], "at": at, "ended": len(self.facts) + 1}
        self.stand_ins.append({**said, "roles": words.get("role", [])})

    def switch_on(self, _: Record, words: Words, at: int) -> None:
        """Count in that signing is on: where chains stood, which seals there were, what roles."""
        self.since, self.stood = self.since or at, self.stood or words.get("chain", [])
        self.sealed, self.sample = self.sealed or words.get("seal", []), "sample" in words
        for person in words.get("person", []):
            name, _blank, held = person.rpartition(" ")
            self.roles.setdefault(name, []).append((at, held.split(","), [self.book]))

    def key_of(self, one: Set) -> Record:
        """Return the key that a signer had then; the first people's come with their facts.

        Whose key is reset confirms that with the new one.
        """
        keys = self.keys.get(one.by, [])
        held = [key for key in keys if key["at"] <= one.leaned]
        first = one.said["book"] == "-" and not 0 < self.since <= one.leaned
        return self.own.get(one.id) or [NO_KEY, *(keys[:1] if first else []), *held][-1]

    def hand(self, sets: list[Set]) -> str:
        """Say whose hand may be behind two of the signers of a fact; "" where nobody's."""
        keys = {one.by: self.key_of(one) for one in sets if one.leaned >= 0}
        told = [
            f"{one}的密钥由{'、'.join(sorted(behind(keys, one, other)))}重置，不得与{other}同签"
            for one, other in permutations(keys, 2)
            if behind(keys, one, other)
        ]
        return "；".join(told)

    def fault_of(self, one: Set) -> str:
        """Say what is wrong with a set by itself, and with the key that signed it."""
        if not one.formed(self.book):
            return f"SET_UNCLEAR {one.name}：所签内容不合格式"
        one.leaned = self.cited.get(one.said["office"], -1)
        if one.leaned < 0:
            return f"OFFICE_HEAD {one.name}：所引的单位事项链头不在单位链上"
        key = self.key_of(one)
        if key["public"] != one.said["key"]:
            return f"KEY_DIFFERS {one.name}：不是{one.by}当时登记的密钥"
        sound = signed_by(key["public"], one.digest, one.signature)
        return "" if sound else f"SIGNATURE_BROKEN {one.name}：不是{one.by}的密钥所签，或内容被改动"

    def held(self, one: Set, who: str) -> set[str]:
        """Return the roles that somebody held here when a set was signed, 代理 among them."""
        given = [(0, [], []), *self.roles.get(who, [])]
        _, roles, books = [held for held in given if held[0] <= max(one.leaned, 0)][-1]
        stood = [stood["roles"] for stood in self.stand_ins if stands(stood, one, who)]
        return set[str]().union(*stood, roles if self.book in books else [])

    def asked(self, one: Set, roles: Iterable[str]) -> None:
        """Whoever signs held a role for it, and no cashier approves, posts or closes."""
        held = self.held(one, one.by)
        found = held & set(roles) - (set() if "cashier" not in held else CASHIER_NEVER)
        told = f"{one.by}当时不得以{'、'.join(ROLE_NAMES[role] for role in roles)}岗位签名"
        self.find(one.fault or found, f"ROLE_MISSING {one.name}：{told}")

    def two(self, row: Record, at: int) -> None:
        """Two people signed a fact of the office, this very one, and one of them leads."""
        proposed, confirmed = two = self.pair(row)
        said = [one.tells(("act", *CONTENT)) for one in two]
        sound = said == [[act, *content_of(row)] for act in ("propose", "confirm")]
        sound = sound and confirmed.said.get("proposed") == proposed.mark
        self.find(sound, f"OFFICE_UNSIGNED {place_of(row)}：提出人、确认人签的不是这一内容")
        fresh = proposed.leaned < at == confirmed.leaned + 1 and proposed.by != confirmed.by
        self.find(
            fresh, f"OFFICE_ALONE {place_of(row)}：提出、确认是同一人，或不是在上一环之后确认"
        )
        first = self.proposals.setdefault(proposed.digest, at)
        self.find(first == at, f"OFFICE_TWICE {place_of(row)}：这一提出早已确认过")
        self.lead(row, at, two)

    def lead(self, row: Record, at: int, two: list[Set]) -> None:
        """One of the two is a chief, or helps an owner as 出纳; no hand is behind both."""
        own, began = two[1].id in self.own, not 0 < self.since < at
        held = self.held(two[0], two[0].by) | (set() if own else self.held(two[1], two[1].by))
        found = self.leading(row, two[1], own=own) & held or began
        self.find(
            found, f"OFFICE_ROLES {place_of(row)}：两人都不是会计主管（代理、交接也可以是管理员）"
        )
        hand = "" if own else self.hand(two)
        self.find(not hand, f"RESET_GIVER {place_of(row)}：{hand}")

    def leading(self, row: Record, confirmed: Set, *, own: bool) -> set[str]:
        """Return of which roles one of the two must be; an admin where no chief has a key."""
        if own:
            return {"chief", "admin", "cashier"}
        apart = row["kind"] in ("stand-in", "handover") or not self.has_chief(confirmed)
        return {"chief", "admin"} if apart else {"chief"}

    def has_chief(self, one: Set) -> bool:
        """Return whether a chief had a key when a set was signed."""
        keyed = [name for name, keys in self.keys.items() if keys[0]["at"] <= one.leaned]
        return any("chief" in self.held(one, name) for name in keyed)

    def warned(self, given: list[str]) -> str:
        """Say what nobody has compared with the printed cover, and that the keys are a sample's."""
        compared = [word for word in given if {"-", ":"} & {*word} or word in self.links]
        told = "" if compared else "；没有给指纹或单位事项链头，签名人未与纸质封面核对"
        return told + "；示例单位，密钥人人知道" * self.sample


def place_of(row: Record) -> str:
    """Name a link of the office's chain."""
    return f"单位第 {row['position']} 环 {row['kind']} {row['subject']}".rstrip()


def content_of(row: Record) -> list[str]:
    """Return what two people sign of a fact of the office."""
    return [row["kind"], row["subject"], pairs_digest("office-content", row["pairs"])]


def behind(keys: dict[str, Record], one: str, other: str) -> set[str]:
    """Name in whose hand both keys may be."""
    found: set[str] = keys[one]["hands"] & keys[other]["hands"]
    found |= keys[one]["barred"] & {other}
    return found


def only(words: Words, name: str) -> str:
    """Return what a fact of the office says once."""
    return "".join(words.get(name, []))


def stands(stood: Record, one: Set, name: str) -> bool:
    """Return whether a 代理 by somebody holds for a set: by its place, and its day."""
    known = stood["name"] == name and stood["at"] <= one.leaned < stood["ended"]
    return known and bool(stood["since"] <= one.said["at"][:10] <= stood["until"])


def posters_of(rows: list[Record]) -> tuple[str, ...]:
    """Return who may post: whoever may approve 登记事项, the chief 期末结转, else the poster."""
    if not any(row["label"] for row in rows):
        return ROLES["approve"]
    return ("poster",) if any(map(by_people, rows)) else ROLES["close"]


def by_people(row: Record) -> bool:
    """Return whether people prepared and approved a link, and not the program."""
    return bool(row["prepared"] or row["approved"])


def lines_of(row: Record) -> list[list[Any]]:
    """Return a link's lines: account, name, side and fen of each."""
    return [list(line.values()) for line in row["lines"]]


class Chain:
    """One book's year while it is read: what must follow, and what was found wrong."""

    def __init__(self, book: Record) -> None:
        self.book, self.year, self.position = book["book"], book["year"], 0
        self.heads = {0: digest(FORMAT, "genesis", self.book, self.year)}
        self.last, self.seals, self.findings = {"period": f"{self.year}-00"}, Record(), list[str]()
        self.names, self.vouchers, self.red = Record(), Record(), Record()
        self.balances, self.moves = Record(), Record()
        self.numbers, self.events = Counter[str](), Counter[str]()
        self.people = OfficeChain(self.book, self.find)
        #: What is looked at once all is read: links that are signed and that are not.
        self.signatures, self.unsigned, self.told = list[Record](), list[Any](), list[Any]()
        self.once: dict[str, str] = {}

    def find(self, sound: object, finding: str) -> None:
        """Note what is wrong, unless it is sound."""
        self.findings += () if sound else (finding,)

    def read(self, row: Record) -> None:
        """Read a record."""
        kinds = {"office": self.people.fact, "set": self.people.signature}
        (kinds.get(row["record"]) or getattr(self, row["record"]))(row)

    def opening(self, row: Record) -> None:
        """年初余额 stand in order of code, once each, none of them zero."""
        sound = row["fen"] and row["account"] > next(reversed(self.balances), "")
        self.find(sound, f"OPENING_ORDER 年初余额 {row['account']} 次序不对、重复或为零")
        self.balances[row["account"]], self.names[row["account"]] = row["fen"], row["name"]

    def link(self, row: Record) -> None:
        """A link that nobody signed: its journal part has its digest."""
        words = [word for line in row["lines"] for word in line.values()]
        head = [self.book, *[row[name] for name in HEAD], len(row["lines"])]
        place = self.placed(row, digest(FORMAT, "journal", *head, *words))
        self.unsigned.append((row["position"], place))
        self.tell(row, place, {})

    def signed(self, row: Record) -> None:
        """A link that people signed: what they signed, and what it says, is what it was."""
        public = pairs_digest("public", self.public(row))
        shown = pairs_digest("journal", (("label", row["label"]), ("public", public)))
        before, place = self.heads[self.position], self.placed(row, shown)
        marks = [(name, self.people.made(row[name]).mark * bool(row[name])) for name in TWO]
        where = [("chain_year", str(self.year)), ("position", str(row["position"]))]
        rest = pairs_digest("fact", [("private", row["private"]), *marks, *where])
        self.find(rest == row["fact"], f"FACT_DIGEST {place}：附件等内容或签名与记账时不同")
        month = row["label"][:7] or row["booked"][:7]
        sound = month in (row["booked"][:7], f"{self.year}-00")
        self.find(sound, f"PERIOD_DIFFERS {place}：凭证号的月份不是记账日期 {row['booked']} 的月份")
        kept = {name: row[name] for name in ("label", *TWO, "posted", "link", "position")}
        kept |= {"place": place, "said": tied(public, row["private"]), "before": before}
        self.signatures.append(kept)
        self.tell(row, place, kept)
        if not by_people(row):
            self.system(row, place)

    def public(self, row: Record) -> list[tuple[str, str]]:
        """Write what the journal shows of a link but for its number."""
        pairs = [("book", self.book), *[(name, str(row[name])) for name in (*PUBLIC, *MENDED)]]
        pairs += [("lines", str(len(row["lines"])))]
        return pairs + [(name, str(line[name])) for line in row["lines"] for name in line]

    def placed(self, row: Record, shown: str) -> str:
        """A link has its place, and its digests follow from what it says and the link before."""
        at, place = self.position + 1, f"第 {row['position']} 环 {row['label'] or row['kind']}"
        self.find(row["position"] == at, f"CHAIN_POSITION {place}：应为第 {at} 环")
        self.find(shown == row["journal"], f"JOURNAL_DIGEST {place}：内容与记账时不同")
        sound = tied(self.heads[self.position], row["journal"], row["fact"]) == row["link"]
        self.find(sound, f"LINK_BROKEN {place}：与前一环接不上")
        self.position, self.heads[row["position"]] = row["position"], row["link"]
        (self.voucher if row["label"] else self.register)(row, place)
        return place

    def register(self, row: Record, place: str) -> None:
        """A 登记事项 is no voucher, and lies in the year."""
        empty = not any(row[name] for name in ("summary", "form", "corrects", "lines"))
        sound = empty and row["movement"] == row["kind"] and row["booked"][:4] == str(self.year)
        self.find(sound, f"REGISTER_UNCLEAR {place}：登记事项含有凭证内容，或不在本年")
        self.events[row["booked"][:7]] += 1

    def voucher(self, row: Record, place: str) -> None:
        """A voucher has the next number of its month, and lines that balance."""
        month, lines = row["label"][:7], lines_of(row)
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

    def system(self, row: Record, place: str) -> None:
        """What nobody prepared and approved is 期末结转, which follows from the balances."""
        codes = [line["account"] for line in row["lines"]]
        left = [self.left(code, row["label"][:7]) for code in codes if code[:1] in ("4", "5")]
        # 收支 of either sort on one side, one account of 结余 on the other.
        classes = re.fullmatch("4+3|35+", "".join(code[:1] for code in codes))
        sound = (row["kind"], bool(classes), any(left)) == ("period-end", True, False)
        self.find(sound, f"PERIOD_END {place}：没有人制单、审核，又不是按余额所作的期末结转")

    def left(self, code: str, period: str) -> int:
        """Return the balance of an account at the end of a month."""
        moved = [moves.get(code, (0, 0)) for at, moves in self.moves.items() if at <= period]
        return int(self.balances.get(code, 0) + sum(debit - credit for debit, credit in moved))

    def tell(self, row: Record, place: str, signed: Record) -> None:
        """Keep what to say of a link: what it moves, and who signed it."""
        sides = {"debit": "借", "credit": "贷"}
        moved = [f"{sides[side]} {name} {yuan(fen)}" for _, name, side, fen in lines_of(row)]
        shown = f"{place} {row['booked']} {row['summary']}".rstrip()
        self.told.append((f"{shown}：{'，'.join(moved) or row['hospital']}", signed))

    def finish(self) -> None:
        """Look at what can be told only once all is read: keys, roles, sets, switching on."""
        self.people.settle()
        for one in self.signatures:
            self.signers(one)
        self.posted()
        for seal in self.seals.values():
            self.closed(seal)
        self.lost()
        self.begun()

    def signers(self, one: Record) -> None:
        """Two people signed this very content, once; then a third step; each after the other."""
        place, post = one["place"], self.people.made(one["posted"])
        first = self.once.setdefault(one["said"], place)
        self.find(first == place, f"SIGNED_TWICE {place}：与{first} 是同一笔签过的内容")
        two = [self.people.made(one[name]) for name in TWO] if by_people(one) else []
        self.two(two, one)
        sound = post.tells(("act", "year")) == ["post", str(self.year)]
        self.find(sound, f"POST_UNSIGNED {place}：记账人没有签名")
        leaned = [made.leaned for made in (*two, post)]
        self.find(
            leaned == sorted(leaned), f"OFFICE_ORDER {place}：后一步所引的单位事项链头在前一步之前"
        )
        hand = self.people.hand([*two, post])
        self.find(not hand, f"RESET_GIVER {place}：{hand}")

    def two(self, two: list[Set], one: Record) -> None:
        """Two people, not one, signed what a link says: one prepared it, the other approved it."""
        for act, made in dict(zip(("prepare", "approve"), two)).items():  # noqa: B905 - Python 3.9
            sound = made.act == act and one["said"] in made.members
            self.find(sound, f"FACT_NOT_SIGNED {one['place']}：{ACTS[act]}人没有签过这一内容")
        sound = len({made.by for made in two}) == len(two)
        self.find(sound, f"SAME_PERSON {one['place']}：制单与审核是同一人")

    def posted(self) -> None:
        """Each posting's set gives the heads, positions and numbers of exactly its links."""
        newest = 0
        batches: dict[str, list[Record]] = {id_: [] for id_ in self.people.sets}
        for one in self.signatures:
            batches.setdefault(one["posted"], []).append(one)
            leaned = self.people.made(one["posted"]).leaned
            told = "所引的单位事项链头在前一环所引的之前"
            self.find(not 0 <= leaned < newest, f"OFFICE_ORDER {one['place']}：{told}")
            newest = max(newest, leaned)
        for id_, rows in batches.items():
            self.batch(self.people.made(id_), rows)

    def batch(self, made: Set, rows: list[Record]) -> None:
        """A set that posted is of these links; who signed it might."""
        if made.tells(("act", "year")) == ["post", str(self.year)]:
            sound = made.pairs[7:] == self.again(rows)
            self.find(sound, f"POSTED_SET {made.name}：所签的链首、环次或凭证号与现状不同")
            if rows:
                self.people.asked(made, posters_of(rows))

    def again(self, rows: list[Record]) -> list[tuple[str, str]]:
        """Say anew what a posting's set must say of its links; nothing where one is missing."""
        at = [row["position"] for row in rows]
        if not rows or at != list(range(at[0], at[0] + len(at))):
            return []
        said = [("year", str(self.year)), ("previous", rows[0]["before"])]
        said += [("head", rows[-1]["link"]), ("first", str(at[0])), ("last", str(at[-1]))]
        return said + [("numbers", span) for span in spans(row["label"] for row in rows)]

    def closed(self, seal: Record) -> None:
        """A seal that came after switching on is what its closer signed."""
        made, name = self.people.closes.get(seal["digest"]), f"{seal['period']} 的封存"
        if made is None:
            due = self.people.since and seal["digest"] not in self.people.sealed
            self.find(not due, f"SEAL_UNSIGNED {name}，结账人没有签名")
            return
        words = [str(seal[name]) for name in ("closed_by", "closed_at", *CLOSED)]
        sound = made.tells(("by", "at", *CLOSED)) == words
        self.find(sound, f"SEAL_SIGNER {name}与结账人（{made.by}）所签不同")
        hands = {self.people.hand([made, one]) for one in self.month(seal["period"])}
        told = "；".join(sorted(filter(None, hands)))
        self.find(not told, f"RESET_GIVER {name}：{told}")

    def month(self, period: str) -> list[Set]:
        """List the sets under a month's vouchers."""
        found = [one for one in self.signatures if one["label"][:7] == period]
        ids = {one[step] for one in found for step in (*TWO, "posted")}
        return [self.people.made(id_) for id_ in ids]

    def lost(self) -> None:
        """A close that was signed has its seal."""
        for digest, one in self.people.closes.items():
            sound = one.tells(["period"])[0][:4] != str(self.year) or digest in self.seals
            self.find(sound, f"SEAL_LOST {one.name}：有结账签名，没有封存")

    def begun(self) -> None:
        """What was there when signing was switched on is there still; what came later is signed."""
        words, at = f"{self.book} {self.year} ", 0
        stood = [word for word in self.people.stood if word.startswith(words)]
        if stood:
            at = self.reached(stood[0][len(words) :])
            self.find(at >= 0, f"STOOD_HEAD 启用签名时 {self.year} 年的链首不在这条链上")
        for position, place in self.unsigned if self.people.since else []:
            self.find(not 0 <= at < position, f"FACT_UNSIGNED {place}：启用签名之后，没有签名")

    def reached(self, head: str) -> int:
        """Return the position of a head, written as both; -1 where it is not on this chain."""
        return next((n for n, link in self.heads.items() if f"{n} {link}" == head), -1)

    def said(self) -> list[str]:
        """Say of each link what it moves and who signed it."""
        return [f"{what}；{self.who(signed)}" for what, signed in self.told]

    def who(self, signed: Record) -> str:
        """Name the people behind a link."""
        if not signed:
            return "没有签名"
        steps = (("制单", "prepared", "系统"), ("审核", "approved", "无"), ("记账", "posted", "无"))
        names = [
            (word, self.people.made(signed[id_]).signer() if signed[id_] else nobody)
            for word, id_, nobody in steps
        ]
        return "，".join(f"{word} {name}" for word, name in names)

    def keyed(self) -> list[tuple[str, str]]:
        """List everybody who has a key with its fingerprint, in the order in which they came."""
        keys = self.people.keys.items()
        return [(name, fingerprint(key["public"])) for name, held in keys for key in held]

    def keys_told(self, given: list[str]) -> list[str]:
        """Name everybody who has a key, and whether its fingerprint was given."""
        known = {word.rpartition("=")[2].upper() for word in given}
        same = "（与所给指纹相符）"
        return [f"签名人 {name} {mark}{same * (mark in known)}" for name, mark in self.keyed()]

    def anchored(self, given: list[str]) -> int:
        """Look for what the printed cover says; return how far the seals reach."""
        marks = {f"{name}={mark}".lower() for name, mark in self.keyed()}
        marks |= {mark.lower() for _, mark in self.keyed()}
        for word in given:
            self.anchor(word, marks)
        return max([0, *[int(self.seals.get(word, NO_SEAL)["position"]) for word in given]])

    def anchor(self, word: str, marks: set[str]) -> None:
        """Look for a fingerprint, a head of the office's chain, or a seal."""
        if "-" in word:
            told = f"FINGERPRINT_UNKNOWN 没有指纹 {word}：密钥被换过，或不是这个人的"
            self.find(word in marks, told)
        elif ":" in word:
            told = f"OFFICE_UNKNOWN 没有单位事项链头 {word}：单位链被重写或截短"
            self.find(word in self.people.cited, told)
        else:
            told = f"SEAL_UNKNOWN 没有封存码 {word}：账套年度不同，链被重写，或截去了尾部"
            self.find(word in self.seals or word in self.people.links, told)


def spans(labels: Iterable[str]) -> list[str]:
    """Write which numbers were given in each month, first to last."""
    months: dict[str, list[str]] = {}
    for label in labels:
        months.setdefault(label[:7], []).append(label)
    months.pop("", None)  # What has no label is a 登记事项.
    numbers = [
        sorted(found, key=lambda one: (len(one), one)) for _, found in sorted(months.items())
    ]
    return [f"{found[0]}…{found[-1]}" for found in numbers]


def read_given(word: str) -> list[str]:
    """Return what a word gives from the cover, or what the file of this name holds.

    A file may be written in any encoding, so that no name in it counts.
    """
    if GIVEN.fullmatch(word.lower()):
        return [word.lower()]
    text = Path(word).read_bytes().replace(b"\0", b"").decode("ascii", "ignore").lower()
    given = [one.rpartition("=")[2] for one in text.split() or [""]]
    if not all(map(GIVEN.fullmatch, given)):
        raise ValueError(f"SEAL_UNREADABLE {word} 不是封存码（64 个字符），也不是存有它的文件")
    return given


def check(path: str, words: list[str]) -> tuple[list[str], list[str]]:
    """Check a chain file against what the cover says; returns what is wrong, and what to say."""
    given = [one for word in words for one in read_given(word)]
    records = read_records(path)
    book = next(records)
    chain = Chain(book)
    for row in records:
        chain.read(row)
    chain.finish()
    span = f"共 {chain.position} 环，所给封存码封到第 {chain.anchored(given)} 环"
    if book["format"] == "prepay-chain/1":
        return chain.findings, [f"{chain.book} {chain.year} 年{span}"]
    span += f"，有签名 {len(chain.signatures)} 环" + chain.people.warned(given)
    return chain.findings, [
        *chain.keys_told(given),
        *chain.said(),
        f"{chain.book} {chain.year} 年{span}",
    ]


def say(lines: list[str]) -> None:
    """Write lines on any console; what does not print is a question mark."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    for line in lines:
        sys.stdout.write("".join(char if char.isprintable() else "?" for char in line) + "\n")


def main(words: list[str]) -> int:
    """Check what the words name, say what was found, and return the exit code."""
    said, code = ["用法：python check_chain.py 链文件 封存码…（可加指纹、单位事项链头）"], 2
    try:
        if len(words) > 1:
            findings, told = check(words[0], words[1:])
            verdict = f"不符，{len(findings)} 处" if findings else "相符"
            said, code = (
                [*told[:-1], *findings[:100], told[-1], f"结论：{verdict}"],
                1 if findings else 0,
            )
    except (OSError, ValueError, StopIteration) as error:
        said = [f"{error}" or "LINE_UNREADABLE 链文件是空的", "结论：读不懂"]
    say(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
