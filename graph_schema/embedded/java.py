"""The ArcadeDB server: its command line, its users, and how it is stopped."""

import base64
import contextlib
import json
import os
import signal
import subprocess
import time
import urllib.request
from importlib.util import find_spec
from pathlib import Path

from graph_schema.embedded.folder import TURN_SECONDS, Folder

DATABASE, WRITER, READER = "statements", "root", "reader"
STOP_SECONDS = 20.0


def command(folder: Folder, bolt: int, http: int, timeout: float, memory: str) -> list[str]:
    """Return the command that runs the server on these ports; `timeout` of a query in seconds."""
    package = find_spec("arcadedb_embedded")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("the package arcadedb-embedded is not installed")
    home = Path(package.origin).parent
    settings = {
        "server.rootPath": folder.path / "engine",
        "server.rootPasswordPath": folder.path / "password",
        "server.defaultDatabases": f"{DATABASE}[]",
        "server.plugins": "BoltProtocolPlugin",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http,
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt,
        "bolt.defaultDatabase": DATABASE,
        "command.timeout": int(timeout * 1000),  # the driver's own time-out is not heeded here
        "opencypher.loadCsv.allowFileUrls": "false",  # a query must not read this machine's files
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "txWalFlush": 2,  # what is acknowledged is on the disk
    }
    options = [f"-Darcadedb.{name}={value}" for name, value in settings.items()]
    main = ["-cp", str(home / "jars" / "*"), "com.arcadedb.server.ArcadeDBServer"]
    return [str(home / "jre" / "bin" / "java"), f"-Xmx{memory}", *options, *main]


def declare_groups(folder: Folder) -> None:
    """Declare what each group of users may do, before the server's first start."""
    file = folder.path / "engine" / "config" / "server-groups.json"
    if file.exists():
        return
    admin = (
        ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        ["create", "read", "update", "delete"],
    )
    groups = {"admin": admin, READER: ([], ["read"]), "*": ([], [])}
    declared = {
        name: {
            "resultSetLimit": -1,
            "readTimeout": -1,
            "access": access,
            "types": {"*": {"access": [f"{verb}Record" for verb in verbs]}},
        }
        for name, (access, verbs) in groups.items()
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"databases": {"*": {"groups": declared}}, "version": 2}))


def make_reader(folder: Folder, http: int) -> None:
    """Make the user who can only read: a session's access mode is not heeded here."""
    users = (folder.path / "engine" / "config" / "server-users.jsonl").read_text().splitlines()
    if any(json.loads(user)["name"] == READER for user in users if user):
        return
    user = {"name": READER, "password": folder.secret("reader.password"), "databases": {DATABASE: [READER]}}
    request(http, "server", folder.secret("password"), {"command": f"create user {json.dumps(user)}"})


def request(http: int, path: str, password: str | None = None, body: dict[str, str] | None = None) -> None:
    """Send one request to the server's HTTP port; OSError where it does not succeed."""
    message = urllib.request.Request(f"http://127.0.0.1:{http}/api/v1/{path}")
    if body is not None:
        message.data = json.dumps(body).encode()
        message.add_header("Content-Type", "application/json")
        message.add_header("Authorization", "Basic " + _basic(WRITER, password or ""))
    with urllib.request.urlopen(message, timeout=60):
        pass


def _basic(user: str, password: str) -> str:
    return base64.b64encode(f"{user}:{password}".encode()).decode()


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop the server cleanly, by force where it does not end."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    if process.poll() is None:
        process.kill()
        process.wait()


def stop_orphan(folder: Folder, pid: int) -> None:
    """Stop a server of this folder whose supervisor was killed."""
    asked = ["ps", "-ww", "-o", "args=", "-p", str(pid)]
    args = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    if f"rootPath={folder.path / 'engine'} " not in args:
        return
    end = time.monotonic() + STOP_SECONDS
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
        while time.monotonic() < end:
            os.kill(pid, 0)
            time.sleep(TURN_SECONDS)
        os.kill(pid, signal.SIGKILL)
