"""HTTP/2 is spoken where it is offered, and a certificate must be the host's though we connect by number."""

import datetime
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from graph_schema.errors import Unfetched
from ingest.web.fetching import Fetcher, Guarded
from ingest.web.manners import Turns
from tests.ingest.site import Time
from tests.ingest.test_fetching import MANNERS


def certificate(folder: Path, host: str) -> Path:
    """Make a certificate for a host, and its key, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "certificate.pem"
    file.write_bytes(secret + made.public_bytes(pem))
    return file


@contextmanager
def server(file: Path, offered: list[str]) -> Iterator[tuple[int, list[str | None]]]:
    """Run a server that answers in HTTP/2; yield its port, and what was agreed each time."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    context.set_alpn_protocols(offered)
    agreed: list[str | None] = []

    def serve() -> None:
        while True:
            try:
                plain, _ = listening.accept()
                with context.wrap_socket(plain, server_side=True) as stream:
                    agreed.append(stream.selected_alpn_protocol())
                    answer(stream)
            except ssl.SSLError:
                continue  # they did not like our certificate
            except OSError:
                return

    with create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1], agreed


def answer(stream: ssl.SSLSocket) -> None:
    """Answer one request with a page."""
    connection = H2Connection(H2Configuration(client_side=False))
    connection.initiate_connection()
    stream.sendall(connection.data_to_send())
    while data := stream.recv(65_535):
        for event in connection.receive_data(data):
            if isinstance(event, RequestReceived) and event.stream_id:
                connection.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                connection.send_data(event.stream_id, b"by two", end_stream=True)
        stream.sendall(connection.data_to_send())


@contextmanager
def fetcher(trusted: Path) -> Iterator[Fetcher]:
    """Yield a fetcher that trusts one certificate."""
    guarded, waits = (
        Guarded(allow_private=True, verify=ssl.create_default_context(cafile=str(trusted))),
        Time(),
    )
    with httpx.Client(transport=guarded, timeout=5, trust_env=False) as client:
        yield Fetcher(client, MANNERS, waits, Turns(waits, waits.sleep))


def test_http2_is_spoken_where_it_is_offered(tmp_path: Path) -> None:
    file = certificate(tmp_path, "localhost")
    with server(file, ["h2", "http/1.1"]) as (port, agreed), fetcher(file) as fetching:
        assert fetching.get(f"https://localhost:{port}/a").body == b"by two"
        assert agreed == ["h2", "h2"]  # robots.txt, and the page


def test_a_certificate_of_another_host_is_refused(tmp_path: Path) -> None:
    file = certificate(tmp_path, "elsewhere.example")
    with (
        server(file, ["h2"]) as (port, agreed),
        fetcher(file) as fetching,
        pytest.raises(Unfetched, match="certificate"),
    ):
        fetching.get(f"https://localhost:{port}/a")
    assert "h2" not in agreed[1:]
