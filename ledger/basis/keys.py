"""Keys: a person's Ed25519 key, sealed by a password; the one door to `cryptography`.

One argon2id run serves log-in and key: that the key opens is the proof of the password. What is
signed is a digest (64 hex digits); the name of the algorithm stands beside each signature.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ALGORITHM = "ed25519"
SALT_BYTES, NONCE_BYTES, KEY_BYTES = 16, 12, 32
#: What is signed begins with this, so that a signature is never one of something else.
CONTEXT = b"prepay/2 signature\n"
#: A recovery code is read as it is heard: O is 0, I and L are 1; blanks and strokes are nothing.
RECOVERY_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECOVERY_READ = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": "", "\u3000": ""})
RECOVERY_LENGTH, RECOVERY_BYTES = 25, 16
RECOVERY_CONTEXT = b"prepay/2 recovery\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class HashCost:
    """What one guess at a password costs: RFC 9106's low-memory profile, or less in a test."""

    passes: int = 3
    memory_kib: int = 65536
    lanes: int = 4

    def text(self) -> str:
        """Write the cost as it stands beside a sealed key."""
        return f"argon2id$m={self.memory_kib},t={self.passes},p={self.lanes}"

    def less_than(self, other: HashCost) -> bool:
        """Tell whether a guess at this cost is cheaper than at the other."""
        return self.passes * self.memory_kib < other.passes * other.memory_kib


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A private key that only a password (or a secret) opens: cost, salt and box in hex."""

    cost: str
    salt: str
    box: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateKey:
    """A person's private key, open: 32 raw bytes. Never stored, never shown."""

    raw: bytes

    def __repr__(self) -> str:
        return "PrivateKey(…)"

    def public(self) -> str:
        """Return the public key in hex."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.raw).public_key().public_bytes_raw().hex()

    def sign(self, digest: str) -> str:
        """Sign a digest; return the signature in hex."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        key = Ed25519PrivateKey.from_private_bytes(self.raw)
        return key.sign(CONTEXT + bytes.fromhex(digest)).hex()


def verified(public: str, digest: str, signature: str) -> bool:
    """Tell whether a signature is of this digest by the owner of this public key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), CONTEXT + bytes.fromhex(digest))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """Shorten a public key for people and prints: five groups of four hex digits."""
    mark = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:20].upper()
    return "-".join(mark[at : at + 4] for at in range(0, 20, 4))


def seal(key: PrivateKey, password: str, cost: HashCost, drawn: Callable[[int], bytes]) -> Sealed:
    """Seal a key by a password; `drawn` draws so many bytes by chance."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = drawn(SALT_BYTES), drawn(NONCE_BYTES)
    box = ChaCha20Poly1305(stretched(password, salt, cost)).encrypt(nonce, key.raw, None)
    return Sealed(cost=cost.text(), salt=salt.hex(), box=(nonce + box).hex())


def unseal(sealed: Sealed, password: str) -> PrivateKey | None:
    """Open a sealed key; None where the password is not the one. That it opens is the proof."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    box = bytes.fromhex(sealed.box)
    opened = stretched(password, bytes.fromhex(sealed.salt), cost_of(sealed.cost))
    try:
        raw = ChaCha20Poly1305(opened).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], None)
    except InvalidTag:
        return None
    return PrivateKey(raw=raw)


def stretched(password: str, salt: bytes, cost: HashCost) -> bytes:
    """Run argon2id once: a key of 32 bytes from a password."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret=password.encode(),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def cost_of(text: str) -> HashCost:
    """Read a cost as it is stored; raises ValueError where it is another's."""
    name, _, parts = text.partition("$")
    words = dict(part.split("=", 1) for part in parts.split(","))
    if name != "argon2id" or set(words) != {"m", "t", "p"}:
        raise ValueError(f"no cost of ours: {text!r}")
    return HashCost(memory_kib=int(words["m"]), passes=int(words["t"]), lanes=int(words["p"]))


def under_secret(key: PrivateKey, secret: bytes, drawn: Callable[[int], bytes]) -> str:
    """Encrypt a key under a random secret, for a file that only its owner reads."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = drawn(NONCE_BYTES)
    return (nonce + ChaCha20Poly1305(secret).encrypt(nonce, key.raw, None)).hex()


def with_secret(box: str, secret: bytes) -> PrivateKey:
    """Open what `under_secret` made; raises ValueError where it does not open."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    raw = bytes.fromhex(box)
    try:
        opened = ChaCha20Poly1305(secret).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None)
    except InvalidTag as error:
        raise ValueError("the box does not open") from error
    return PrivateKey(raw=opened)


def recovery_code(drawn: Callable[[int], bytes]) -> str:
    """Make a recovery code: 25 letters and digits in five groups, no two of which look alike."""
    number = int.from_bytes(drawn(RECOVERY_BYTES))
    letters = [RECOVERY_LETTERS[number >> 5 * place & 31] for place in range(RECOVERY_LENGTH)]
    return "-".join("".join(letters[at : at + 5]) for at in range(0, RECOVERY_LENGTH, 5))


def recovery_key(code: str) -> PrivateKey | None:
    """Return the key that a recovery code is, as it was typed; None where it cannot be one."""
    read = code.upper().translate(RECOVERY_READ)
    if len(read) != RECOVERY_LENGTH or set(read) - set(RECOVERY_LETTERS):
        return None
    return PrivateKey(raw=hashlib.sha256(RECOVERY_CONTEXT + read.encode()).digest())
