"""恢复码: a secret on paper in the safe, for the day when the owner of a key is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.keys import recovery_key
from ledger.masters.office import KEY, RECOVERED, RECOVERY, content_pairs
from ledger.store.signing.office import read_office
from ledger.voucher.signing.signed import set_digest
from ledger.workflow.office.people import no_key
from ledger.workflow.office.proposing import acting_in_office, office_work, propose
from ledger.workflow.office.switching import key_pairs, made_recovery, settle
from ledger.workflow.setup.keys import new_signer
from ledger.workflow.signer import CLAUSE_SIGNED, refuse_outdated
from ledger.workflow.signing import open_key

if TYPE_CHECKING:
    from datetime import date

    from ledger.basis.encoding import Pair
    from ledger.basis.keys import PrivateKey
    from ledger.masters.office import Office, OfficeFact
    from ledger.workflow.desk import Desk


def propose_recovery(desk: Desk, *, dry_run: bool = False) -> str:
    """Make a new recovery code; it counts once another person has confirmed it."""
    with office_work(desk, "recovery-code", "-", dry_run=dry_run) as conn:
        code, pairs = made_recovery(desk)
        propose(desk, conn, RECOVERY, "", pairs)
        return code


def recover_key(
    desk: Desk, name: str, code: str, password: str, *, dry_run: bool = False
) -> OfficeFact:
    """Give somebody who is not there a new key, by the recovery code and the 出纳.

    The code is used up by it. Raises Refused where it is not the one in the safe.
    """
    with office_work(desk, "key-recover", name, dry_run=dry_run) as conn:
        office = read_office(conn)
        acting_in_office(desk, conn, recoverers(office, desk.clock_day()), "用恢复码更换密钥")
        other = open_key(desk)
        refuse_outdated(office, other)
        refuse_unrecoverable(office, other.name, name)
        key = code_opened(office, code)
        _, owner = new_signer(desk, conn, name, password)
        said = [*key_pairs(desk, owner, RECOVERED), ("recovery", key.public())]
        return settle(desk, conn, (other, owner), KEY, name, [*said, by_code(key, name, said)])


def recoverers(office: Office, day: date) -> tuple[str, ...]:
    """Name the roles that may use the code: the 出纳, and an admin where no 出纳 has a key."""
    cashiers = [name for name in office.keys if office.may(name, "cashier", day)]
    return ("cashier",) if cashiers else ("admin",)


def refuse_unrecoverable(office: Office, other: str, name: str) -> None:
    """Refuse to recover one's own key, or the key of somebody who has none."""
    if office.key_of(name) is None or name == other:
        message = f"{name}的密钥不能由{other}用恢复码更换"
        raise refuse("RECOVERY_WHOM", message, no_key(name).remedy, clause=CLAUSE_SIGNED)


def code_opened(office: Office, code: str) -> PrivateKey:
    """Return the key that the code in the safe is."""
    key = recovery_key(code)
    if key is None or key.public() != office.recovery:
        raise refuse(
            "RECOVERY_WRONG",
            "恢复码不对" if office.recovery else "本单位现在没有恢复码（没有做过，或者已经用过）",
            "核对保险柜里的恢复码；没有的，由两人重新做：prepay operator recovery-code",
        )
    return key


def by_code(key: PrivateKey, name: str, said: list[Pair]) -> Pair:
    """Sign a fact with the key that the code is, so that it shows that the code was used."""
    digest = set_digest(content_pairs(KEY, name, [pair for pair in said if pair[1]]))
    return ("recovery_signature", key.sign(digest))
