"""A terminal's signature on its requests (RFC 9421), which covers method, path, host and the body's digest (RFC 9530).

What is signed always has the same few lines, so they are written out here. The intake reads them with a library that
knows the whole RFC, and a test holds both against each other.
"""

from __future__ import annotations

import base64
import hashlib
import time
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LABEL = "terminal"

COVERED = ("@method", "@path", "@authority")
"""Components that every signature covers; of a request with a body `content-digest` too."""

_PORTS = {"http": ":80", "https": ":443"}


class Signer:
    """Signs as one terminal, whose number is the id of its key."""

    def __init__(self, terminal: str, key: Ed25519PrivateKey) -> None:
        self._terminal = terminal
        self._key = key

    def headers(self, method: str, url: str, body: bytes | None) -> dict[str, str]:
        """What is to be added to a request. `url` is absolute and encoded; `body` None where there is none to cover."""
        parts = urlsplit(url)
        authority = parts.netloc.lower().removesuffix(_PORTS[parts.scheme])
        lines = [f'"@method": {method}', f'"@path": {parts.path or "/"}', f'"@authority": {authority}']
        covered: tuple[str, ...] = COVERED
        headers = {}
        if body is not None:
            digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
            headers["Content-Digest"] = f"sha-256=:{digest}:"
            lines.append(f'"content-digest": {headers["Content-Digest"]}')
            covered = (*COVERED, "content-digest")
        names = " ".join(f'"{name}"' for name in covered)
        parameters = f'({names});created={int(time.time())};keyid="{self._terminal}";alg="ed25519"'
        lines.append(f'"@signature-params": {parameters}')
        signature = base64.b64encode(self._key.sign("\n".join(lines).encode())).decode()
        return headers | {"Signature-Input": f"{LABEL}={parameters}", "Signature": f"{LABEL}=:{signature}:"}
