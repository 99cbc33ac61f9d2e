"""What one submission, one look of an idle terminal and one connection cost the city: `make bench MEASURE=load`.

The unit costs of docs/scale.md. Processor time, not waiting: other work on the machine blurs it less.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bench.city import UNPACED, Intake
from bench.postgres import place, postgres, worked
from bench.row import Row
from offline_queue import credentials
from offline_queue.client import JSON, Client
from offline_queue.disk import Reserve
from offline_queue.enrol import enrol
from offline_queue.health import Health
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent

COUNT = 60
"""Submissions that are sent."""

SCAN = 1_000_000
"""Bytes of each of the two scans: one page from the camera."""

LOOKS = 300
HANDSHAKES = 300


def rows() -> list[Row]:
    """Milliseconds of processor time and bytes, each for one."""
    with place() as folder, postgres(folder / "pg") as database:
        return [*_requests(folder, database), _handshake(folder)]


def _requests(folder: Path, database: str) -> list[Row]:
    intake = Intake(folder / "intake", database, workers=1, slots=UNPACED)
    [code] = intake.codes(1)
    intake.start()
    try:
        data = folder / "terminal"
        enrol(data, intake.url, None, code, "370102", "bench")
        client = Client(intake.url, None, credentials.load(data))
        with Outbox.open(data, Reserve(data, ballast=0, watermark=0)) as outbox:
            costs = _Costs(intake, folder / "pg")
            agent = Agent(outbox, client, lambda _low, _high: 0.0)
            # the first ones warm both sides up
            for count in (5, COUNT):
                _submit(outbox, count)
                sending = costs.of(lambda: agent.drain(300.0), count)
            looking = costs.of(lambda: _look(client), LOOKS)
            head = _head(client)
        client.close()
        return [
            Row("submission with 2 scans of 1 MB: workers", "ms", sending[0]),
            Row("submission with 2 scans of 1 MB: database", "ms", sending[1]),
            Row("submission with 2 scans of 1 MB: in the database", "bytes", _row_bytes(database)),
            Row("look of an idle terminal (health, news): workers", "ms", looking[0]),
            Row("look of an idle terminal (health, news): database", "ms", looking[1]),
            Row("head of a signed request", "bytes", head),
        ]
    finally:
        intake.stop()


class _Costs:
    """Processor time of workers and database."""

    def __init__(self, intake: Intake, database: Path) -> None:
        self._intake, self._database = intake, database

    def of(self, work: Callable[[], object], count: int) -> tuple[float, float]:
        """Milliseconds for each of `count`."""
        before = self._intake.worked(), worked(self._database)
        work()
        after = self._intake.worked(), worked(self._database)
        return (1000 * (after[0] - before[0]) / count, 1000 * (after[1] - before[1]) / count)


def _submit(outbox: Outbox, count: int) -> None:
    for number in range(count):
        scans = [Attachment(f"scan-{n}", "image/jpeg", number.to_bytes(4) * (SCAN // 4)) for n in range(2)]
        outbox.submit({"service_code": "x", "answers": {"note": "x" * 4000}}, scans, now=datetime.now(UTC))


def _look(client: Client) -> None:
    health = Health(
        at="",
        version="",
        last_sequence=0,
        waiting=0,
        waiting_bytes=0,
        oldest_sealed_at="",
        quarantined=0,
        letters=0,
        damaged_files=0,
        free_bytes=0,
        clock_offset=0.0,
        devices={},
    )
    for _ in range(LOOKS):
        client.put_health(health)
        client.news(0)


def _head(client: Client) -> int:
    request = client.signed("PUT", f"/v1/parts/{'0' * 64}", b"x", JSON)
    return sum(len(name) + len(value) + 4 for name, value in request.headers.items())


def _row_bytes(database: str) -> float:
    """Bytes of a submission in table and indexes, of so many that pages begun do not count."""
    more = (
        "INSERT INTO submission SELECT id || n, digest, service_code, terminal, offline_number || n,"
        " acceptance_number || n, received, manifest, acknowledgement FROM submission, generate_series(1, 100) n"
    )
    engine = sa.create_engine(database)
    with engine.begin() as connection:
        connection.exec_driver_sql(more)
        size = "SELECT pg_total_relation_size('submission')::float / count(*) FROM submission"
        found = connection.exec_driver_sql(size).scalar_one()
    engine.dispose()
    return float(found)


def _handshake(folder: Path) -> Row:
    """A full TLS 1.3 handshake with certificates (P-256) on both sides."""
    certificate, key = _certificate(folder)
    city = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    city.verify_mode = ssl.CERT_REQUIRED
    terminal = ssl.create_default_context(cafile=str(certificate))
    for context in (city, terminal):
        context.load_cert_chain(certificate, key)
        context.load_verify_locations(certificate)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
    spent = sum(_shake(city, terminal) for _ in range(HANDSHAKES))
    return Row("TLS 1.3 handshake, both with certificates: city's side", "ms", 1000 * spent / HANDSHAKES)


def _shake(city: ssl.SSLContext, terminal: ssl.SSLContext) -> float:
    """Seconds that the city's side worked."""
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = terminal.wrap_bio(down, up, server_hostname="intake.example")
    server = city.wrap_bio(up, down, server_side=True)
    spent = 0.0
    for _ in range(3):
        _go_on(client)
        began = time.thread_time()
        _go_on(server)
        spent += time.thread_time() - began
    return spent


def _go_on(side: ssl.SSLObject) -> None:
    try:
        side.do_handshake()
    except ssl.SSLWantReadError:
        return


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "intake.example")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("intake.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "tls.pem", folder / "tls.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    pem, pkcs8, plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    paths[1].write_bytes(key.private_bytes(pem, pkcs8, plain))
    return paths
