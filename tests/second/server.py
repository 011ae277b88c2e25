"""A server on loopback with the OpenAI chat-completions form that answers as a test wants: right, wrong, slow, garbage."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# What a test answers to a request: a status with a body, or None to cut the connection off.
Reply = tuple[int, Any] | None


@dataclass
class Server:
    """The address of a running server and the requests that it got."""

    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    most: int = 0


def completion(content: str, tokens: tuple[int, int] = (100, 20)) -> dict[str, Any]:
    """A completion whose message is `content`."""
    return {
        "choices": [{"message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]},
        "model": "as-the-server-calls-it",
    }


def answer(candidate: int, relation: str, quote: str) -> Reply:
    """A sound answer."""
    told = {"candidate": candidate, "relation": relation, "quote": quote}
    return 200, completion(json.dumps(told, ensure_ascii=False))


def asked(request: dict[str, Any]) -> dict[str, Any]:
    """The question in a request."""
    found: dict[str, Any] = json.loads(request["messages"][1]["content"])
    return found


@contextmanager
def serving(reply: Callable[[dict[str, Any]], Reply]) -> Iterator[Server]:
    """A server that answers by `reply`."""
    lock = threading.Lock()
    now = 0

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            nonlocal now
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            with lock:
                now += 1
                server.most = max(server.most, now)
                server.requests.append(request)
                server.keys.append(self.headers.get("authorization", ""))
            found = reply(request)
            with lock:
                now -= 1
            if found is None:
                self.connection.close()
                return
            body = found[1] if isinstance(found[1], bytes) else json.dumps(found[1]).encode()
            self.send_response(found[0])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    server = Server(url=f"http://127.0.0.1:{httpd.server_address[1]}/v1")
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()
