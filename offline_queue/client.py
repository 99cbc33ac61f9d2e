"""The intake as the terminal sees it: signed requests, and answers of which only a proof counts.

Whatever else comes back (a login page with status 200, half an answer, a redirect) is "not delivered".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, cast

import requests

from offline_queue import catalogue_bundle
from offline_queue.answers import (
    Answer,
    NotDelivered,
    UnknownKey,
    exchange,
    not_delivered,
    raise_problem,
)
from offline_queue.credentials import Credentials
from offline_queue.health import Health
from offline_queue.limits import Limits
from offline_queue.news import MonthFigures, News
from offline_queue.signing import Signer
from offline_queue.transport import PATIENCE, SLOWEST, Pace, Trouble, session
from offline_queue.wire import (
    ACKNOWLEDGEMENT_TYPE,
    KEYS_TYPE,
    PROBLEM_TYPE,
    UPLOAD_TYPE,
    Acknowledgement,
    CityKeys,
    Known,
    M,
    ProblemKind,
    Query,
    WireError,
    parse,
    verify,
)

MAX_ANSWER = 64 << 10
"""Bytes of an answer that are read at most."""

MAX_NEWS = 1 << 20
"""Bytes of news, keys and lists that are read at most."""

SCREEN_PATIENCE = 4.0
"""Seconds for an exchange that a resident waits for; to connect as long again, should the line swallow everything."""

CATALOGUE = 240.0
"""More seconds for a catalogue: that of a large city, packed to a fifth, over a line of a quarter of a megabit."""

PIECE = 1 << 20
"""Bytes of a large part that are sent at once; between two, something more urgent may go first."""

BYTES, JSON = "application/octet-stream", "application/json"

BACKLOG = "Kiosk-Backlog"
EARLIER = "Kiosk-Acknowledgement"
"""Headers: what waits here (a dictionary of RFC 9651), and an acknowledgement that was already given."""

LETTERS = {"rating": "ratings", "stop": "stops", "report": "reports", "assistance": "assistance"}
"""Where a letter of a kind goes."""


class Interrupted(Exception):
    """Something more urgent came up between two pieces of a large part."""


class Client:
    """Talks to one intake as one terminal. `pace` caps what is sent; `identity` is for mutual TLS."""

    def __init__(
        self,
        url: str,
        ca_file: Path | None,
        credentials: Credentials,
        pace: Pace | None = None,
        identity: tuple[Path, Path] | None = None,
    ) -> None:
        self._url = url
        self._session, self._line = session(ca_file, identity)
        self._pace = pace or Pace()
        self.clock_offset = 0.0
        self.backlog = ""
        self.trust(credentials)

    def trust(self, credentials: Credentials) -> None:
        """Use these credentials from now on."""
        self._credentials = credentials
        self._signer = Signer(credentials.city.terminal, credentials.key)

    @property
    def credentials(self) -> Credentials:
        """What it knows of the city now."""
        return self._credentials

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def put_part(self, digest: str, ciphertext: bytes, urgent: Callable[[], bool] = lambda: False) -> None:
        """Bring one part; a large one in pieces, from where the intake has it. Raises NotDelivered, Refused.

        `urgent` is asked between two pieces; when it says so, Interrupted is raised and what arrived stays there.
        """
        if len(ciphertext) > PIECE:
            self._put_in_pieces(digest, ciphertext, urgent)
            return
        self._stored(digest, self._send("PUT", f"/v1/parts/{digest}", ciphertext, BYTES))

    def _put_in_pieces(self, digest: str, ciphertext: bytes, urgent: Callable[[], bool]) -> None:
        at = self._offset(digest)
        if at is None:
            answer = self._send("PUT", f"/v1/parts/{digest}", b"", BYTES, {"Upload-Complete": "?0"})
            if answer.status == 200:
                self._stored(digest, answer)
                return
            if answer.status != 201:
                raise not_delivered(answer)
            at = 0
        while at < len(ciphertext):
            if urgent():
                raise Interrupted
            piece = ciphertext[at : at + PIECE]
            last = at + len(piece) == len(ciphertext)
            headers = {"Upload-Offset": str(at), "Upload-Complete": "?1" if last else "?0"}
            answer = self._send("PATCH", f"/v1/parts/{digest}/upload", piece, UPLOAD_TYPE, headers)
            at += len(piece)
            if last:
                self._stored(digest, answer)
            elif answer.status != 204 or answer.headers.get("Upload-Offset") != str(at):
                raise not_delivered(answer)

    def _offset(self, digest: str) -> int | None:
        """How many bytes of a part the intake has; None when it knows nothing of it, its length when it is whole."""
        answer = self._send("HEAD", f"/v1/parts/{digest}/upload", b"", "")
        if answer.status == 404:
            return None
        text = answer.headers.get("Upload-Offset", "")
        if answer.status != 204 or not (text.isascii() and text.isdigit()) or len(text) > 12:
            raise not_delivered(answer)
        return int(text)

    def _stored(self, digest: str, answer: Answer) -> None:
        if answer.status not in (200, 201) or answer.body.strip() != digest.encode():
            raise not_delivered(answer)

    def put_submission(
        self, submission: str, manifest: bytes, digest: str, earlier: bytes | None = None
    ) -> tuple[Acknowledgement, bytes]:
        """Bring the manifest; the proof that the intake has it all, read and as it came.

        `earlier`: an acknowledgement from before the intake lost the submission. Raises NotDelivered, Refused,
        MissingParts.
        """
        headers = {EARLIER: earlier.decode("ascii", "replace")} if earlier else {}
        answer = self._send("PUT", f"/v1/submissions/{submission}", manifest, JSON, headers)
        if answer.status not in (200, 201) or answer.media_type != ACKNOWLEDGEMENT_TYPE:
            raise not_delivered(answer)
        return self.proof(answer.body, submission, digest), answer.body

    def proof(self, token: bytes, submission: str, digest: str) -> Acknowledgement:
        """An acknowledgement, if the city signed it for this very submission. Raises NotDelivered."""
        try:
            proof = verify(Acknowledgement, token, self._credentials.signing_keys)
        except WireError as error:
            raise UnknownKey(str(error)) from None
        if proof.id != submission or proof.digest != digest:
            raise NotDelivered(Trouble.SERVER, "the acknowledgement is for something else")
        return proof

    def put_letter(self, kind: str, identity: str, body: bytes) -> None:
        """Bring a letter; the picture of one goes before it as a part. Raises NotDelivered, Refused, MissingParts."""
        answer = self._send("PUT", f"/v1/{LETTERS[kind]}/{identity}", body, JSON)
        if answer.status not in (200, 201) or answer.body.strip() != identity.encode():
            raise not_delivered(answer)

    def put_health(self, health: Health) -> None:
        """Say how the terminal is. Raises NotDelivered, Refused."""
        answer = self._send("PUT", "/v1/terminals/self/health", health.model_dump_json().encode(), JSON)
        if answer.status != 204:
            raise not_delivered(answer)

    def news(self, after: int) -> News:
        """What the city has to say since `after`. Raises NotDelivered, Refused."""
        return self._message(News, self._send("GET", f"/v1/terminals/self/news/{after}", b"", "", limit=MAX_NEWS))

    def known(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Which of these the intake holds, with the digests of their manifests. Raises NotDelivered, Refused."""
        body = Query(ids=tuple(ids)).model_dump_json().encode()
        return self._message(Known, self._send("POST", "/v1/submissions/query", body, JSON, limit=MAX_NEWS)).known

    def keys(self) -> CityKeys:
        """The city's keys of today, signed by one that we know. Raises NotDelivered, Refused."""
        answer = self._send("GET", "/v1/keys", b"", "", limit=MAX_NEWS)
        if answer.status == 200 and answer.media_type == KEYS_TYPE:
            for token in answer.body.split(b"\n"):
                with suppress(WireError):
                    return verify(CityKeys, token, self._credentials.signing_keys)
            raise UnknownKey("the city's keys are signed by none that we know")
        raise not_delivered(answer)

    def ask(self, method: str, path: str, body: bytes = b"", patience: float | None = None) -> Answer:
        """An exchange that a resident waits for: in a few seconds or not at all. Raises NotDelivered, Refused."""
        media_type = JSON if body else ""
        return self._send(method, path, body, media_type, limit=MAX_NEWS, patience=patience or SCREEN_PATIENCE)

    def figures(self, month: str) -> MonthFigures:
        """What the city publishes of a month. Raises NotDelivered, Refused."""
        return self._message(MonthFigures, self._send("GET", f"/v1/figures/{month}", b"", ""))

    def limits(self) -> Limits:
        """What the city takes. Raises NotDelivered, Refused."""
        return self._message(Limits, self._send("GET", "/v1/limits", b"", ""))

    def catalogue(self, digest: str) -> bytes | None:
        """The city's catalogue as it is published, yet to be proved; None when there is none but that of this SHA-256.

        Raises NotDelivered, Refused.
        """
        headers = {"Accept-Encoding": "gzip"} | ({"If-None-Match": f'"{digest}"'} if digest else {})
        try:
            answer = self.fetch("/v1/catalogue", catalogue_bundle.MAX_BYTES, headers, CATALOGUE)
        except NotDelivered as failure:
            if failure.kind is ProblemKind.NOT_FOUND:
                return None
            raise
        if answer.status == 304 and digest:
            return None
        if answer.status != 200 or answer.media_type != catalogue_bundle.MEDIA_TYPE:
            raise not_delivered(answer)
        return answer.body

    def fetch(self, path: str, limit: int, headers: Mapping[str, str] | None = None, extra: float = 0.0) -> Answer:
        """What the city has under a path, `limit` bytes at most, `extra` seconds beyond PATIENCE granted.

        Raises NotDelivered, Refused.
        """
        return self._send("GET", path, b"", "", headers, limit, extra=extra)

    def _message(self, model: type[M], answer: Answer) -> M:
        if answer.status != 200 or answer.media_type != JSON:
            raise not_delivered(answer)
        try:
            return parse(model, answer.body)
        except WireError as error:
            raise NotDelivered(Trouble.SERVER, str(error)) from None

    def signed(
        self, method: str, path: str, body: bytes, media_type: str, headers: Mapping[str, str] | None = None
    ) -> requests.PreparedRequest:
        """A request that this terminal has signed, ready to be sent. `media_type` is empty when there is no body."""
        request = requests.Request(method, self._url + path, headers={**(headers or {})}).prepare()
        if media_type:
            request.headers["Content-Type"] = media_type
            request.headers["Content-Length"] = str(len(body))
            request.body = body or None
        if self.backlog:
            request.headers[BACKLOG] = self.backlog
        request.headers.update(self._signer.headers(method, cast(str, request.url), body if media_type else None))
        return request

    def _send(
        self,
        method: str,
        path: str,
        body: bytes,
        media_type: str,
        headers: Mapping[str, str] | None = None,
        limit: int = MAX_ANSWER,
        patience: float | None = None,
        extra: float = 0.0,
    ) -> Answer:
        request = self.signed(method, path, body, media_type, headers)
        if body:
            request.body = cast(Any, self._pace.body(body))
        with self._line.limited(patience or PATIENCE + extra + len(body) / SLOWEST):
            answer = exchange(self._session, request, limit, patience)
        self._note_clock(answer)
        # the answer to a HEAD has a problem's type, but not its document
        if answer.media_type == PROBLEM_TYPE and method != "HEAD":
            raise_problem(answer)
        return answer

    def _note_clock(self, answer: Answer) -> None:
        """The intake's clock less ours, in seconds, from an answer's date."""
        with suppress(ValueError, TypeError, OverflowError):
            said = parsedate_to_datetime(answer.headers.get("Date", ""))
            self.clock_offset = (said - datetime.now(UTC)).total_seconds()
