"""How a reading room is opened: which book, whether it may be corrected, who may come in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = ("localhost", "127.0.0.1", "::1")
PASSWORD = "letterbook.password"
"""The file beside the record that holds the hash of the password for correcting."""
COST = {"n": 2**14, "r": 8, "p": 1}  # scrypt: 16 MB and some 50 ms for each try


@dataclass(frozen=True, slots=True)
class Settings:
    """`book`: the record's path. `edit`: corrections may be made, signed in with the password
    whose hash is `password` ("" when none is needed). `hosts`: the names under which the room
    answers; any other is refused, so that no page elsewhere can be made to speak for it.
    """

    book: Path
    edit: bool = False
    hosts: tuple[str, ...] = LOOPBACK
    password: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def dumps(self) -> str:
        """The settings as JSON, for other processes of the same room."""
        secret = base64.b64encode(self.secret).decode()
        said = (str(self.book.absolute()), self.edit, self.hosts, self.password, secret)
        return json.dumps(said)

    @classmethod
    def loads(cls, said: str) -> Settings:
        """The settings from that JSON."""
        book, edit, hosts, password, secret = json.loads(said)
        return cls(Path(book), edit, tuple(hosts), password, base64.b64decode(secret))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the room there.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:  # a name: it may mean any address
        return False


def hashed(password: str) -> str:
    """A password as it is kept: scrypt with a salt of its own."""
    salt = secrets.token_bytes(16)
    parts = (base64.b64encode(part).decode() for part in (salt, _scrypt(password, salt)))
    return "$".join(("scrypt", *parts))


def fits(password: str, kept: str) -> bool:
    """Whether this is the password whose hash was kept; a damaged hash fits nothing."""
    try:
        name, salt, digest = kept.strip().split("$")
        wanted = base64.b64decode(digest)
        given = _scrypt(password, base64.b64decode(salt))
    except ValueError:
        return False
    return name == "scrypt" and hmac.compare_digest(given, wanted)


def _scrypt(password: str, salt: bytes) -> bytes:
    words = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(words, salt=salt, n=COST["n"], r=COST["r"], p=COST["p"])
