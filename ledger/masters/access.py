"""登录: who was let in, and to which books; or why somebody was turned away."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.masters.operator import in_books


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A person who was let in: `books` () are all of them; `version` is the password's.

    Version 0 came by the one-time link that the terminal shows. `device` is the mark that the
    browser keeps from now on, by which it is known again.
    """

    name: str
    books: tuple[str, ...] = ()
    version: int = 0
    device: str = field(default="", compare=False)

    def may_see(self, book: str) -> bool:
        """Return whether the person may look at a book."""
        return in_books(book, self.books)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A person who was turned away, and for how many seconds another try is no use."""

    message: str
    seconds: int = 0
