"""The explorer as an ASGI application over one store."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import vl_convert
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from polybius import charts
from polybius.errors import InputError, PolybiusError, StoreError
from polybius.serve import asking, brief, downloads, guard, openapi, queries, rendering, shapes, whois
from polybius.serve.asking import Asked
from polybius.serve.running import SECONDS, Answer, Runner, StoppedError, WatchedDatabase
from polybius.serve.views import VIEWS, MissingError, View
from polybius.store import held
from polybius.store.query import Filters
from polybius.store.store import Store

JSON, HTML = "application/json", "text/html; charset=utf-8"
_STATIC = {
    "explorer.css": "text/css; charset=utf-8",
    "explorer.js": "text/javascript; charset=utf-8",
    "favicon.svg": "image/svg+xml",
}
_MOST_ON_PAGE = 1000  # rows: more is for downloads
Handler = Callable[[Request], Awaitable[Response]]


def make(
    path: Path,
    hosts: Sequence[str] | None = (*guard.LOCAL, "testserver"),
    token: str | None = None,
    seconds: float = SECONDS,
) -> Starlette:
    """The application. ``hosts`` are the names it answers to (None: any, then ``token`` is a must); ``seconds`` a request may take."""
    store = Store(path, read_only=True)
    store.database = WatchedDatabase(path)
    explorer = _Explorer(store, Runner(store.database, seconds), token)
    routes = [
        *(Route("/" if v.name == "overview" else f"/{v.name}", explorer.page(v)) for v in VIEWS.values()),
        Route("/storyline.md", explorer.markdown),
        Route("/enter", explorer.enter),
        Route("/static/{name}", _static),
        Route("/charts/{kind}.{format}", explorer.chart),
        Route("/api/openapi.json", _openapi),
        Route("/api/tables/{noun}.{format}", explorer.table),
        *(Route(f"/api/{v.name}", explorer.json(v)) for v in VIEWS.values()),
    ]
    return Starlette(
        routes=routes,
        lifespan=_warmed,
        middleware=[
            Middleware(guard.Guard, hosts=hosts, token=token),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=5),
        ],
        exception_handlers={PolybiusError: _failed, HTTPException: _not_here, Exception: _broken},
    )


@asynccontextmanager
async def _warmed(_: Starlette) -> AsyncIterator[None]:
    """Reads in the background what the first pages need: the lexicon, the shapes, the scripts."""
    warming = asyncio.gather(
        *(asyncio.to_thread(f) for f in (whois.warm, shapes.world_json, partial(_file, "vega.js")))
    )
    yield
    await warming


class _Explorer:
    """The handlers; they share the store and the runner."""

    def __init__(self, store: Store, runner: Runner, token: str | None) -> None:
        self._store, self._runner, self._token = store, runner, token

    def page(self, view: View) -> Handler:
        """A view as a page."""

        async def handler(request: Request) -> Response:
            asked = _read(request)
            if any(not v for _, v in request.query_params.multi_items()):
                return RedirectResponse(
                    f"{request.url.path}?{asked.address()}" if asked.pairs() else request.url.path, 303
                )
            if view.needs and getattr(asked.filters, view.needs) is None:
                raise MissingError(
                    f"this page needs {view.needs}", "address", f"add ?{view.needs}=ID, or come here by a link"
                )
            _check_rows(asked)
            return await self._answer(request, asked, partial(self._page, view, asked))

        return handler

    def _page(self, view: View, asked: Asked) -> Answer:
        asked = self._meant(asked)
        data = view.show(self._store, asked)
        return Answer(rendering.shown(view.name, view.title, asked, data, self._store.path.name), HTML)

    def json(self, view: View) -> Handler:
        """A view as JSON."""

        async def handler(request: Request) -> Response:
            asked = _read(request)
            if view.needs and getattr(asked.filters, view.needs) is None:
                raise MissingError(f"{view.needs} is missing", "address", f"add ?{view.needs}=ID")
            _check_rows(asked)
            return await self._answer(
                request, asked, lambda: Answer(downloads.as_json(view.show(self._store, self._meant(asked))), JSON)
            )

        return handler

    async def markdown(self, request: Request) -> Response:
        """A storyline as Markdown."""
        asked = _read(request)
        if asked.filters.storyline is None:
            raise MissingError("storyline is missing", "address", "add ?storyline=ID")
        _check_rows(asked)
        saved = (("content-disposition", 'attachment; filename="storyline.md"'),)
        view = VIEWS["storyline"]
        return await self._answer(
            request,
            asked,
            lambda: Answer(
                brief.markdown(view.show(self._store, asked)).encode(), "text/markdown; charset=utf-8", saved
            ),
        )

    async def table(self, request: Request) -> Response:
        """A table as a file."""
        noun, format_ = request.path_params["noun"], request.path_params["format"]
        if noun not in queries.NOUNS or format_ not in downloads.TYPES:
            raise MissingError(
                f"no table {noun}.{format_}"[:60],
                "address",
                f"use one of {', '.join(queries.NOUNS)} with .{', .'.join(downloads.TYPES)}",
            )
        asked = _read(request)
        needed = queries.NEEDS.get(noun)
        if needed and getattr(asked.filters, needed) is None:
            raise InputError(
                f"{noun} need {needed}", needed, "name both parties" if needed == "between" else "name one"
            )
        limited = asked.only(limit=asked.filters.limit or asking.MOST_ROWS)

        def work() -> Answer:
            filters = self._meant(limited).filters
            found = queries.ask(self._store.database, noun, filters, asked.by, asked.level)
            return downloads.answer(found, noun, format_)

        return await self._answer(request, asked, work)

    async def chart(self, request: Request) -> Response:
        """A chart as a Vega-Lite specification (json) or a picture."""
        kind, format_ = request.path_params["kind"], request.path_params["format"]
        if kind not in charts.KINDS or format_ not in openapi.CHART_TYPES:
            raise MissingError(
                f"no chart {kind}.{format_}"[:60],
                "address",
                f"use one of {', '.join(charts.KINDS)} with .json, .svg, .png",
            )
        asked = _read(request)
        return await self._answer(request, asked, partial(self._chart, kind, format_, asked))

    def _chart(self, kind: str, format_: str, asked: Asked) -> Answer:
        told = charts.Asked(
            self._store, self._meant(asked).filters, asked.by, asked.level, asked.width, inline=format_ != "json"
        )
        spec = charts.specification(told, kind)
        if format_ == "json":
            return Answer(downloads.as_json(spec), JSON)
        return Answer(charts.picture(spec, format_), openapi.CHART_TYPES[format_])

    def _meant(self, asked: Asked) -> Asked:
        """The same with parties as the store writes them; InputError names the nearest to one that it doesn't hold."""
        return replace(asked, filters=held.meant(self._store.database, asked.filters))

    async def enter(self, request: Request) -> Response:
        """Gives the cookie to whoever shows the token."""
        if not guard.matches(request.query_params.get("token", ""), self._token):
            return PlainTextResponse("that is not the token: open the address that polybius serve printed", 401)
        response = RedirectResponse("/", 303)
        response.set_cookie(guard.COOKIE, self._token or "", httponly=True, samesite="strict", path="/")
        return response

    async def _answer(self, request: Request, asked: Asked, work: Callable[[], Answer]) -> Response:
        key = (request.url.path, tuple(asked.pairs()), asked.width)
        answer = await self._runner.run(request, key, work)
        return Response(answer.body, headers={"content-type": answer.media_type, **dict(answer.headers)})


def _read(request: Request) -> Asked:
    return asking.read(request.query_params.multi_items())


def _check_rows(asked: Asked) -> None:
    if (asked.filters.limit or 0) > _MOST_ON_PAGE:
        raise InputError(f"more than {_MOST_ON_PAGE} rows on a page", "limit", "use /api/tables for more")


@cache
def _file(name: str) -> tuple[bytes, str, str]:
    """A static file: compressed bytes, type and tag."""
    if name == "vega.js":
        body, kind = (
            vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;").encode(),
            "text/javascript; charset=utf-8",
        )
    elif name == "world.json":
        body, kind = shapes.world_json(), JSON
    elif name in _STATIC:
        body, kind = (rendering.HERE / "static" / name).read_bytes(), _STATIC[name]
    else:
        raise HTTPException(404)
    return gzip.compress(body, 6, mtime=0), kind, f'"{hashlib.sha256(body).hexdigest()[:16]}"'


async def _static(request: Request) -> Response:
    body, kind, tag = _file(request.path_params["name"])
    headers = {"etag": tag, "cache-control": "no-cache", "vary": "accept-encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(body), headers={**headers, "content-type": kind})
    return Response(body, headers={**headers, "content-type": kind, "content-encoding": "gzip"})


@cache
def _described() -> bytes:
    return downloads.as_json(openapi.description())


async def _openapi(request: Request) -> Response:
    return Response(_described(), media_type=JSON)


async def _failed(request: Request, error: Exception) -> Response:
    """What the reader can mend, said on the page or as JSON."""
    told = error if isinstance(error, PolybiusError) else PolybiusError(str(error))
    status = 404 if isinstance(told, MissingError) else 400 if isinstance(told, InputError) else 503
    if status == 503 and not isinstance(told, StoppedError | StoreError):
        status = 500
    return _told(request, status, told.what, told.where, told.mend)


async def _not_here(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _told(request, status, "there is no such page", request.url.path[:100], "choose one from the menu")


async def _broken(request: Request, error: Exception) -> Response:
    traceback.print_exception(error)
    return _told(
        request, 500, "the explorer made a mistake; its terminal tells which", "", "ask again, or for something else"
    )


def _told(request: Request, status: int, what: str, where: str, mend: str) -> Response:
    if request.url.path.startswith(("/api/", "/charts/")):
        return Response(downloads.as_json({"what": what, "where": where, "mend": mend}), status, media_type=JSON)
    body = rendering.page("error", view="", title="Not possible", asked=Asked(Filters()), filters=Filters(),
                          what=what, where=where, mend=mend, store="")  # fmt: skip
    return Response(body, status, media_type="text/html")
