"""The tables of identity: keys, what was signed with them, the facts of the office, proposals."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
)

from ledger.store.tables.columns import code, metadata, number

#: A person's key: the public half; a new one is a new version, the newest counts.
person_key = Table(
    "person_key",
    metadata,
    code("name", key="operator.name"),
    number("version"),
    code("algorithm"),
    code("public"),
    code("made_at"),
    PrimaryKeyConstraint("name", "version"),
    sqlite_strict=True,
)
#: The private half, sealed by the person's password; sealed anew with a new password or cost.
key_seal = Table(
    "key_seal",
    metadata,
    code("name", key="operator.name"),
    number("version"),
    number("sealing"),
    code("cost"),
    code("salt"),
    code("box"),
    code("sealed_at"),
    PrimaryKeyConstraint("name", "version", "sealing"),
    ForeignKeyConstraint(
        ["name", "version"],
        ["person_key.name", "person_key.version"],
        name="fk_key_seal_key",
    ),
    sqlite_strict=True,
)
#: One signature over an ordered set: a file prepared, drafts approved, vouchers posted, a seal.
#: `book` is `-` for the office; `content` is what was signed, as name–value pairs.
signing = Table(
    "signing",
    metadata,
    code("book"),
    code("id"),
    code("act"),
    code("signer", key="operator.name"),
    number("key"),
    code("at"),
    code("content"),
    code("digest"),
    code("signature"),
    PrimaryKeyConstraint("book", "id"),
    Index("ix_signing_signer", "book", "signer", "key"),
    sqlite_strict=True,
)
#: A posted or registered fact that people signed: its two parts, and the sets that it is in.
signed_fact = Table(
    "signed_fact",
    metadata,
    code("book"),
    code("event"),
    code("public_digest"),
    code("private_digest"),
    code("prepared"),
    code("approved"),
    code("posted"),
    PrimaryKeyConstraint("book", "event"),
    ForeignKeyConstraint(["book", "event"], ["event.book", "event.id"]),
    sqlite_strict=True,
)
#: Working state: a draft as it was when it was prepared, and what was signed of it so far.
frozen_draft = Table(
    "frozen_draft",
    metadata,
    code("book"),
    code("draft"),
    code("shown"),
    code("public_digest"),
    code("private_digest"),
    code("prepared"),
    code("approved"),
    PrimaryKeyConstraint("book", "draft"),
    sqlite_strict=True,
)
#: The office is a book of its own, `-`: what decides who may act is a chain of facts.
office_fact = Table(
    "office_fact",
    metadata,
    code("book"),
    number("position"),
    code("kind"),
    code("subject"),
    code("content"),
    code("proposed"),
    code("confirmed"),
    code("recorded_at"),
    code("fact_digest"),
    code("link"),
    PrimaryKeyConstraint("book", "position"),
    CheckConstraint("book = '-'", name="office"),
    CheckConstraint("position >= 1", name="position"),
    sqlite_strict=True,
)
#: Its control row: whoever adds a fact of the office queues here.
office_control = Table(
    "office_control",
    metadata,
    code("book"),
    number("turns"),
    PrimaryKeyConstraint("book"),
    CheckConstraint("book = '-'", name="office"),
    sqlite_strict=True,
)
#: Working state: what one person has proposed for the office and another is to confirm.
office_proposal = Table(
    "office_proposal",
    metadata,
    code("book"),
    code("id"),
    code("kind"),
    code("subject"),
    code("content"),
    code("proposer", key="operator.name"),
    code("proposed"),
    code("proposed_at"),
    PrimaryKeyConstraint("book", "id"),
    CheckConstraint("book = '-'", name="office"),
    sqlite_strict=True,
)

#: What `schema` says of its own tables, of these.
INSERT_ONLY = ("person_key", "key_seal", "signing", "signed_fact", "office_fact")
REFERENCE = ("person_key", "key_seal")
