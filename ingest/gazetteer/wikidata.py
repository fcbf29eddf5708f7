"""Wikidata's query service: a SPARQL query in, rows out; patient, and never content with half an answer."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any

import httpx

from graph_schema.errors import SourceUnavailable

ENDPOINT = "https://query.wikidata.org/sparql"
ATTEMPTS = 5
LONGEST_WAIT = 120.0
PASSING = frozenset({429, 500, 502, 503, 504})  # what may be over when one asks again
HEADERS = {
    "User-Agent": f"communique/{version('communique')} (gazetteer update, run by a person) httpx",
    "Accept": "application/sparql-results+json",
}

Row = dict[str, str]


class _Unusable(Exception):
    """An answer that is none; `wait` is how long the service asks us to wait, in seconds."""

    def __init__(self, reason: str, *, passing: bool, wait: float | None = None) -> None:
        self.reason, self.passing, self.wait = reason, passing, wait
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class QueryService:
    """A SPARQL service at an address; `pause` waits so many seconds."""

    client: httpx.Client
    endpoint: str
    pause: Callable[[float], None]

    def ask(self, query: str) -> list[Row]:
        """Return a query's rows, values by variable; unbound ones are left out.

        Asks again, after the time that the service names or twice as long each time, where it is busy, broken
        or cut off. Raises SourceUnavailable where there is no whole answer in the end.
        """
        for attempt in range(ATTEMPTS):
            try:
                return self._answer(query)
            except _Unusable as problem:
                if not problem.passing or attempt == ATTEMPTS - 1:
                    tries = "" if not problem.passing else f" (asked {ATTEMPTS} times)"
                    raise SourceUnavailable(
                        f"{self.endpoint} {problem.reason}{tries}: nothing was changed"
                    ) from problem
                self.pause(2.0**attempt if problem.wait is None else min(problem.wait, LONGEST_WAIT))
        raise AssertionError

    def _answer(self, query: str) -> list[Row]:
        try:
            response = self.client.post(self.endpoint, data={"query": query}, headers=HEADERS)
        except httpx.TimeoutException as error:
            raise _Unusable("took too long to answer", passing=True) from error
        except httpx.TransportError as error:
            raise _Unusable(f"cannot be reached: {error}", passing=True) from error
        except httpx.InvalidURL as error:
            raise _Unusable(f"is no address: {error}", passing=False) from error
        if response.status_code != httpx.codes.OK:
            status = response.status_code
            raise _Unusable(f"answered {status}", passing=status in PASSING, wait=_wait(response))
        return _rows(response.content)


def _wait(response: httpx.Response) -> float | None:
    """Return the seconds that Retry-After names, as a number or as a moment."""
    asked = response.headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except ValueError:
        return None
    return max(0.0, (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _rows(content: bytes) -> list[Row]:
    """Return the rows of SPARQL 1.1 results in JSON; a query that ran too long ends them in a stack trace."""
    try:
        bindings: list[dict[str, Any]] = json.loads(content)["results"]["bindings"]
        return [{name: str(cell["value"]) for name, cell in row.items()} for row in bindings]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _Unusable("did not answer with whole SPARQL results", passing=True) from error
