"""The office's own chain: keys, roles, switching on, 代理 and 交接, as one fold over its facts.

The office is a book of its own, `-`. Each of its facts is a link that people signed; what a set
of vouchers leaned on is told by the head of this chain that it cites, so that roles and keys are
dated without trusting a clock. docs/chain-format.md states every byte.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain, permutations
from typing import TYPE_CHECKING

from ledger.basis.encoding import pairs_digest, tied
from ledger.masters.duties import may_act
from ledger.masters.stand_in import StandIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ledger.basis.encoding import Pair

OFFICE_BOOK = "-"
#: What stands before the first fact of the office.
OFFICE_GENESIS = pairs_digest("genesis", (("book", OFFICE_BOOK),))
KEY, ROLES_GIVEN, SIGNING_ON, STAND_IN, HANDOVER, RECOVERY = (
    "key",
    "roles",
    "signing-on",
    "stand-in",
    "handover",
    "recovery-code",
)
#: How a key came to be: the first two people's, one's own, a reset, by the recovery code.
FIRST, OWN, RESET, RECOVERED = "first", "own", "reset", "recovered"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFact:
    """One fact of the office: its kind, whom or what it is about, and what it says.

    `proposed` and `confirmed` are the ids of the two sets that were signed for it.
    """

    position: int
    kind: str
    subject: str
    pairs: tuple[Pair, ...]
    proposed: str
    confirmed: str
    recorded_at: str
    fact_digest: str
    link: str

    def word(self, name: str) -> str:
        """Return what it says under a name; empty where it says nothing."""
        return dict(self.pairs).get(name, "")

    def words(self, name: str) -> list[str]:
        """List what it says under a name that stands more than once."""
        return [value for key, value in self.pairs if key == name]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeProposal:
    """What one person has proposed for the office; `proposed` is the set signed for it, by id."""

    id: str
    kind: str
    subject: str
    pairs: tuple[Pair, ...]
    proposer: str
    proposed: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGiven:
    """A person's key as the office knows it: which version, since which position, how it came.

    `givers` are the names of the people who gave it, other than its owner. Of a key that was reset,
    `barred` may not be the other signature under a fact; `hands` are those who may have it in
    their own hand, because no second person's secret was needed for it.
    """

    name: str
    version: int
    public: str
    how: str
    position: int
    givers: tuple[str, ...] = ()
    barred: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    #: Drawn from the sample's seed, so that whoever has the program knows it.
    sample: bool = False

    @property
    def is_reset(self) -> bool:
        """Tell a key that others had a hand in (重置)."""
        return self.how in (RESET, RECOVERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesHeld:
    """The roles that a person holds from a position on, and the books that go with them."""

    roles: tuple[str, ...]
    books: tuple[str, ...]
    position: int


NO_ROLES = RolesHeld(roles=(), books=(), position=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the office's facts come to, up to a position."""

    position: int = 0
    head: str = OFFICE_GENESIS
    keys: Mapping[str, tuple[KeyGiven, ...]] = field(default_factory=dict)
    roles: Mapping[str, tuple[RolesHeld, ...]] = field(default_factory=dict)
    stand_ins: tuple[StandIn, ...] = ()
    signing_since: int = 0
    #: Where each chain stood when signing was switched on: last position and link by book and year.
    stood: Mapping[tuple[str, int], tuple[int, str]] = field(default_factory=dict)
    #: The digests of the seals that were there when signing was switched on.
    sealed: frozenset[str] = frozenset()
    #: Which choice of each reading, and which text (`-`), held then: the last by `book name`.
    settled: Mapping[str, int] = field(default_factory=dict)
    #: Whether this is the sample's office, whose keys are known to everybody.
    sample: bool = False
    #: The public half of the recovery code that lies in the safe; empty where none counts.
    recovery: str = ""

    @property
    def signing(self) -> bool:
        """Tell whether signing is switched on."""
        return self.signing_since > 0

    def cited(self) -> str:
        """Write the head as sets cite it."""
        return f"{self.position}:{self.head}"

    def key_of(self, name: str) -> KeyGiven | None:
        """Return the newest key of a person."""
        return self.keys.get(name, (None,))[-1]

    def has_resets(self) -> bool:
        """Tell whether any key was ever reset."""
        return any(key.is_reset for keys in self.keys.values() for key in keys)

    def key_version(self, name: str, version: int) -> KeyGiven | None:
        """Return a person's key of a version, where the office knows it."""
        return next((one for one in self.keys.get(name, ()) if one.version == version), None)

    def roles_of(self, name: str, day: date) -> tuple[str, ...]:
        """List the roles that a person holds on a day, those of 代理 among them."""
        given = self.roles.get(name, (NO_ROLES,))[-1].roles
        stood = [one.roles for one in self.stood_by(name) if one.holds(day)]
        return tuple(dict.fromkeys(chain(given, *stood)))

    def stood_by(self, name: str) -> list[StandIn]:
        """List the 代理 of a person, past and to come."""
        return [one for one in self.stand_ins if one.name == name]

    def may(self, name: str, duty: str, day: date) -> bool:
        """Tell whether a person's roles allow a duty on a day."""
        return may_act(duty, self.roles_of(name, day))

    def must_sign(self, book: str, year: int, position: int) -> bool:
        """Tell whether a link lies behind the switching on, so that it must be signed."""
        return self.signing and position > self.stood.get((book, year), (0, ""))[0]

    def must_sign_policy(self, book: str, name: str, version: int) -> bool:
        """Tell whether a reading or a text came after the switching on."""
        return self.signing and version > self.settled.get(f"{book} {name}", 0)

    def must_sign_seal(self, digest: str) -> bool:
        """Tell whether a seal was not there yet at the switching on, so that it must be signed."""
        return self.signing and digest not in self.sealed


def content_pairs(kind: str, subject: str, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Write what both people sign of a fact of the office: kind, subject, the content's digest."""
    content = pairs_digest("office-content", pairs)
    return (("kind", kind), ("subject", subject), ("content", content))


def office_digest(fact: OfficeFact, proposed: str, confirmed: str) -> str:
    """Digest a fact of the office; `proposed` and `confirmed` are the marks of its two sets."""
    return pairs_digest(
        "office-fact",
        (
            ("position", str(fact.position)),
            ("kind", fact.kind),
            ("subject", fact.subject),
            *fact.pairs,
            ("proposed", proposed),
            ("confirmed", confirmed),
            ("recorded_at", fact.recorded_at),
        ),
    )


def office_link(previous: str, fact_digest: str) -> str:
    """Tie a fact of the office to the one before it."""
    return tied(previous, fact_digest)


def office_of(facts: Iterable[OfficeFact], signers: Mapping[str, str]) -> Office:
    """Fold facts of the office, in order; `signers` names who signed each set, by its id."""
    return offices_of(facts, signers)[-1]


def offices_of(facts: Iterable[OfficeFact], signers: Mapping[str, str]) -> list[Office]:
    """Return what the office was before its first fact, and after each."""
    offices = [Office()]
    for fact in facts:
        counted = after(offices[-1], fact, signers)
        offices.append(replace(counted, position=fact.position, head=fact.link))
    return offices


def after(office: Office, fact: OfficeFact, signers: Mapping[str, str]) -> Office:
    """Return the office once a fact is counted in."""
    step = STEPS.get(fact.kind)
    return step(office, fact, signers) if step else office


def with_key(office: Office, fact: OfficeFact, signers: Mapping[str, str]) -> Office:
    """Count a key in; a recovery code that made one is used up by it."""
    people = (signers.get(fact.proposed, ""), signers.get(fact.confirmed, ""))
    given = KeyGiven(
        name=fact.subject,
        version=int(fact.word("version")),
        public=fact.word("public"),
        how=fact.word("how"),
        position=fact.position,
        givers=tuple(sorted({*people} - {"", fact.subject})),
        sample=bool(fact.word("sample")),
    )
    given = counted_hands(office, given)
    keys = {**office.keys, fact.subject: (*office.keys.get(fact.subject, ()), given)}
    recovery = "" if given.how == RECOVERED else office.recovery
    return replace(office, keys=keys, recovery=recovery)


def counted_hands(office: Office, given: KeyGiven) -> KeyGiven:
    """Return a key with whose hand may be behind it: who reset it, and who may be behind those.

    A recovery code is a second secret, so that its key is in no one hand. One's own new key leaves
    the hands behind the old one, unless the other person who signed for it was among them.
    """
    before = office.key_of(given.name)
    people = frozenset(given.givers).union(*(hands_of(office, name) for name in given.givers))
    if given.how == RESET:
        return replace(given, barred=people, hands=people)
    if given.how == RECOVERED:
        return replace(given, barred=people)
    if before is not None and before.barred & people:
        return replace(given, barred=before.barred, hands=before.hands)
    return given


def hands_of(office: Office, name: str) -> frozenset[str]:
    """Name who may have a person's present key in their own hand, beside its owner."""
    key = office.key_of(name)
    return key.hands if key is not None else frozenset()


def with_recovery(office: Office, fact: OfficeFact, _: Mapping[str, str]) -> Office:
    """Count a recovery code in; the one before it no longer counts."""
    return replace(office, recovery=fact.word("public"))


def reset_conflicts(office: Office, signers: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    """Name who signed with a key that was reset, beside whose hand may be behind another signature.

    `signers` are the names of all who signed a fact, with the versions of their keys. Asked at
    审核, 记账 and 结账, of two people at the office, and by verify: whoever gave somebody a key may
    be signing for both.
    """
    found = [office.key_version(*signer) for signer in sorted({*signers})]
    keys = [key for key in found if key is not None]
    return [
        (owner.name, giver)
        for owner, other in permutations(keys, 2)
        for giver in sorted(owner.barred & {other.name} | owner.hands & other.hands)
    ]


def with_roles(office: Office, fact: OfficeFact, _: Mapping[str, str]) -> Office:
    """Count roles in; a leaver is given none."""
    held = RolesHeld(
        roles=tuple(fact.words("role")), books=tuple(fact.words("book")), position=fact.position
    )
    roles = {**office.roles, fact.subject: (*office.roles.get(fact.subject, ()), held)}
    return replace(office, roles=roles)


def with_signing(office: Office, fact: OfficeFact, _: Mapping[str, str]) -> Office:
    """Count the switching on in: where every chain stood, and the roles that people held.

    A chain is written `book year position head`, a person `name roles`, roles by comma, a seal as
    its digest, a reading or a text `book name version`.
    """
    chains = [text.split(" ") for text in fact.words("chain")]
    people = [text.rpartition(" ") for text in fact.words("person")]
    roles = {
        name: (RolesHeld(roles=listed(held), books=(), position=fact.position),)
        for name, _blank, held in people
    }
    return replace(
        office,
        signing_since=fact.position,
        stood={(book, int(year)): (int(place), head) for book, year, place, head in chains},
        roles={**roles, **office.roles},
        sealed=frozenset(fact.words("seal")),
        settled=settled_of(fact),
        sample=bool(fact.word("sample")),
    )


def settled_of(fact: OfficeFact) -> dict[str, int]:
    """Return which choice of each reading, and which text, held at the switching on."""
    policies = [text.rpartition(" ") for text in fact.words("policy")]
    return {what: int(version) for what, _blank, version in policies}


def listed(words: str) -> tuple[str, ...]:
    """Read words that stand by comma; none where there are none."""
    return tuple(word for word in words.split(",") if word)


def with_stand_in(office: Office, fact: OfficeFact, _: Mapping[str, str]) -> Office:
    """Count a 代理 in."""
    one = StandIn(
        name=fact.subject,
        instead_of=fact.word("instead_of"),
        roles=tuple(fact.words("role")),
        since=fact.word("since"),
        until=fact.word("until"),
        paper=fact.word("paper"),
        position=fact.position,
    )
    return replace(office, stand_ins=(*office.stand_ins, one))


def with_handover(office: Office, fact: OfficeFact, _: Mapping[str, str]) -> Office:
    """Let the roles of whoever handed over end, and each 代理 by that person or instead of them."""
    none = replace(NO_ROLES, position=fact.position)
    roles = {**office.roles, fact.subject: (*office.roles.get(fact.subject, ()), none)}
    ended = tuple(
        replace(one, ended=one.ended or fact.recorded_at)
        if fact.subject in (one.name, one.instead_of)
        else one
        for one in office.stand_ins
    )
    return replace(office, roles=roles, stand_ins=ended)


STEPS = {
    KEY: with_key,
    RECOVERY: with_recovery,
    ROLES_GIVEN: with_roles,
    SIGNING_ON: with_signing,
    STAND_IN: with_stand_in,
    HANDOVER: with_handover,
}
