"""The web application: an index, a page for each entry, the state, and decisions."""

from __future__ import annotations

import json
import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from crosscheck.errors import CrosscheckError
from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render.html import Live
from crosscheck.render.site import INDEX, Site, site
from crosscheck.serve.corpus import Corpus, Refused, State
from crosscheck.serve.guard import HEADERS, TOKEN, may_ask, may_write

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

# A decision is a few lines.
MOST_BYTES = 64 * 1024


class Pages:
    """The pages of the state that was asked for last."""

    def __init__(self, corpus: Corpus, language: Language, token: str) -> None:
        self.corpus = corpus
        self.language = language
        self.token = token
        self._made: tuple[State, Site] | None = None

    def site(self) -> Site:
        """The site of the files as they are now."""
        state = self.corpus.state()
        if self._made is None or self._made[0] is not state:
            watch = Live(token="", version=state.version, entry="")
            made = site(
                state.reports,
                self.language,
                failures=state.failures,
                resolved=state.resolved,
                live=self._live(state),
                watch=watch,
            )
            self._made = state, made
        return self._made[1]

    def _live(self, state: State) -> Callable[[Report], Live]:
        return lambda report: Live(token=self.token, version=state.version, entry=report.entry.path)


def application(corpus: Corpus, language: Language, hosts: tuple[str, ...]) -> Starlette:
    """The application over `corpus`, which answers to `hosts` and to nobody else."""
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.middleware import Middleware
    from starlette.middleware.base import BaseHTTPMiddleware
    from starlette.requests import ClientDisconnect
    from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
    from starlette.routing import Route

    token = secrets.token_urlsafe(32)
    pages = Pages(corpus, language, token)

    def page(request: Request) -> Response:
        made = pages.site()
        name = unquote(request.path_params.get("name", INDEX))
        if name == INDEX:
            return HTMLResponse(made.index)
        found = dict(made.pages).get(name)
        return HTMLResponse(found()) if found else PlainTextResponse("no such page\n", status_code=404)

    def state(_: Request) -> Response:
        return JSONResponse({"version": corpus.state().version})

    async def decide(request: Request) -> Response:
        head = request.headers
        if not may_write(
            host=head.get("host", ""),
            origin=head.get("origin"),
            site=head.get("sec-fetch-site"),
            kind=head.get("content-type", ""),
            token=head.get(TOKEN, ""),
            known=token,
        ):
            return JSONResponse({"error": "not from a page of this server; load it again"}, status_code=403)
        body = b""
        try:
            async for part in request.stream():
                body += part
                if len(body) > MOST_BYTES:
                    return JSONResponse({"error": "too long"}, status_code=413)
        except ClientDisconnect:  # nobody is there to be told
            return PlainTextResponse("", status_code=400)
        try:
            await run_in_threadpool(corpus.decide, json.loads(body))
        except (Refused, ValueError, RecursionError) as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return JSONResponse({"version": (await run_in_threadpool(corpus.state)).version})

    async def guard(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        if not may_ask(request.headers.get("host", ""), hosts):
            answer: Response = PlainTextResponse("not for this host\n", status_code=421)
        else:
            answer = await go_on(request)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        answer.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        return answer

    def refused(_: Request, error: Exception) -> Response:
        return PlainTextResponse(f"crosscheck: {error}\n", status_code=500)

    return Starlette(
        routes=[
            Route("/", page),
            Route("/api/state", state),
            Route("/api/decisions", decide, methods=["POST"]),
            Route("/{name}", page),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)],
        exception_handlers={CrosscheckError: refused},
    )
