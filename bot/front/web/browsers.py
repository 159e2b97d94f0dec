"""How a browser is known: one cookie with a random secret, and tokens in forms that only that browser's pages hold. Pure."""

import hashlib
import hmac
import re
import secrets

_SECRET_BYTES = 32
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_TOKEN = re.compile(r"([0-9a-f]{1,12})\.([0-9a-f]{64})")
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")


def new_secret() -> str:
    """A secret for a browser that has none: 256 random bits."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def is_secret(cookie: str) -> bool:
    """Whether a cookie has the form of a secret of ours."""
    return _SECRET.fullmatch(cookie) is not None


def conversation(secret: str) -> str:
    """The name of a browser's conversation, from which its secret cannot be found."""
    return hashlib.sha256(f"conversation:{secret}".encode()).hexdigest()


def token(secret: str, now: float) -> str:
    """What the forms of a page made now carry."""
    moment = f"{int(now):x}"
    return f"{moment}.{_signature(secret, moment)}"


def issued(secret: str, given: str) -> float | None:
    """When a form's token was made for this browser, in seconds since 1970; None where it was not."""
    found = _TOKEN.fullmatch(given)
    if not found or not hmac.compare_digest(_signature(secret, found[1]), found[2]):
        return None
    return float(int(found[1], 16))


def new_key() -> str:
    """A key for one question, so that a form that is sent twice asks once."""
    return secrets.token_urlsafe(16)


def once(given: str, text: str) -> str:
    """What a question is known by: the same for the same words from the same page, so that two clicks ask once."""
    key = given if _KEY.fullmatch(given) else new_key()
    return hashlib.sha256(f"{key}:{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _signature(secret: str, moment: str) -> str:
    return hmac.new(secret.encode(), f"form:{moment}".encode(), hashlib.sha256).hexdigest()
