"""Opens the web explorer over a store."""

from __future__ import annotations

import argparse
import secrets
import socket
import sys
from pathlib import Path

from polybius.errors import OutputError

HELP = "open the web explorer over a store"
_HERE = ("127.0.0.1", "localhost", "::1")


def add(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("--store", type=Path, required=True, metavar="FILE", help="the store to show")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8650, help="default 8650; 0 takes a free one")
    parser.add_argument(
        "--token", help="what readers must show; made and printed when --host is wider than this machine"
    )
    parser.add_argument("--seconds", type=float, default=10.0, metavar="N", help="that a request may take (default 10)")


def run(arguments: argparse.Namespace) -> int:
    """Serves until it is stopped."""
    import uvicorn  # only this command needs it

    from polybius.serve import app, guard

    local = arguments.host in _HERE
    token = arguments.token or (None if local else secrets.token_urlsafe(24))
    # On a wider address readers come by names that can't be known here: the token, not the Host header, lets them in.
    hosts = [*guard.LOCAL, f"[{arguments.host}]", arguments.host] if local else None
    if not arguments.store.exists():
        raise OutputError(
            "there is no such store", str(arguments.store), "make one with polybius ingest or polybius demo"
        )
    made = app.make(arguments.store, hosts, token, arguments.seconds)
    listening = _listen(arguments.host, arguments.port)
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    address = f"http://{host}:{listening.getsockname()[1]}/" + (f"enter?token={token}" if token else "")
    print(f"The explorer is at {address}\nStop it with Ctrl+C.", flush=True)
    config = uvicorn.Config(made, log_level="warning", access_log=False, server_header=False, limit_concurrency=200, timeout_keep_alive=15,
                            h11_max_incomplete_event_size=32_768)  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(128)  # from here on: whoever opens the printed address at once waits, and isn't refused
    except (OSError, OverflowError) as error:
        made.close()
        raise OutputError(
            f"can't be listened on: {error}", f"{host}:{port}", "choose another --host or --port"
        ) from error
    return made
