"""A city's authority for an afternoon, and the certificate by which its server on this desk is known."""

from __future__ import annotations

import ipaddress
import ssl
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
"""Not `localhost`: a bare Debian has no file that says where that is."""

YEARS = timedelta(days=3650)
"""Either side of today, so that a terminal may believe in another year."""


class Authority:
    """Trusted by whoever has its `pem`. Its key lives in this process alone."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A city on one desk")])
        self._certificate = _signed(
            self._name, self._name, self._key.public_key(), self._key, x509.BasicConstraints(ca=True, path_length=0)
        )
        self.pem = self._certificate.public_bytes(serialization.Encoding.PEM)

    def context(self) -> ssl.SSLContext:
        """What a server for HOST says who it is with."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
        certificate = _signed(
            self._name,
            name,
            key.public_key(),
            self._key,
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]),
            x509.BasicConstraints(ca=False, path_length=None),
        )
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # OpenSSL takes a chain from a file alone
        with tempfile.TemporaryDirectory() as folder:
            chain = Path(folder) / "chain.pem"
            chain.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
            made.load_cert_chain(chain)
        return made


def _signed(
    issuer: x509.Name,
    subject: x509.Name,
    public: ec.EllipticCurvePublicKey,
    key: ec.EllipticCurvePrivateKey,
    *extensions: x509.ExtensionType,
) -> x509.Certificate:
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().issuer_name(issuer).subject_name(subject).public_key(public)
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now - YEARS).not_valid_after(now + YEARS)
    for extension in extensions:
        made = made.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
    return made.sign(key, hashes.SHA256())
