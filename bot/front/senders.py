"""What Rasa and the journal know a conversation by: a keyed hash, so that neither holds anybody's account."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

_KEY_BYTES = 32


class Senders:
    """Names conversations. The key never leaves this machine; without it a hash leads to nobody."""

    def __init__(self, key: bytes) -> None:
        if len(key) < _KEY_BYTES:
            raise ValueError(f"a key of at least {_KEY_BYTES} bytes is needed")
        self._key = key

    def of(self, channel: str, conversation: str) -> str:
        """32 hexadecimal digits: HMAC-SHA256 over channel and conversation, cut to 128 bits."""
        told = f"{len(channel)}:{channel}:{conversation}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, told, hashlib.sha256).hexdigest()[:32]


def kept_senders(file: Path) -> Senders:
    """The names under the key in `file`, which is made, readable by its owner alone, where there is none yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    if not file.exists():
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(secrets.token_bytes(_KEY_BYTES))
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(part, file)  # whole or not at all, and never over another's
        except FileExistsError:
            pass
        finally:
            part.unlink()
    return Senders(file.read_bytes())
