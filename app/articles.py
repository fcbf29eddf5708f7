"""An article as it is handed in over HTTP: what its JSON may hold, and how much of it."""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Self

from fastapi import Request
from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from app.handlers import fault_of
from app.refusals import Fault, InvalidParameters, TooLarge

LARGEST = 8_000_000  # bytes: a text of a million characters, every one of them escaped
LONGEST_TEXT = 1_000_000
LONGEST_PAGE = 6_000_000
Line = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"[^ \t\r\n]")]
Address = Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://[^\s/]+\S*$")]


class NewArticle(BaseModel):
    """An article as a row of a `.jsonl` file has it, or only its `url`: then the page is fetched and read."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "url": "https://example.org/call",
                    "headline": "Wang Yi speaks with Lavrov",
                    "text": "Wang Yi said on Monday that the two countries are reliable partners.",
                    "publisher": "Capital Daily",
                    "published_at": "2023-08-07T23:04:00Z",
                },
                {"url": "https://example.org/call"},
            ]
        },
    )

    id: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = Field(
        default=None, description="comes back unchanged; else made from the address or the words"
    )
    url: Address | None = Field(default=None, description="where it was published")
    headline: Line | None = Field(default=None, validation_alias=AliasChoices("headline", "title"))
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)] | None = Field(
        default=None, description="offsets of statements count in it exactly as given"
    )
    html: Annotated[str, StringConstraints(max_length=LONGEST_PAGE)] | None = Field(
        default=None, description="a web page, in place of `text`"
    )
    publisher: Line | None = None
    published_at: Line | None = Field(
        default=None,
        validation_alias=AliasChoices("published_at", "date"),
        description="a day or a time; a time without a zone counts as UTC",
    )
    language: Annotated[str, StringConstraints(min_length=2, max_length=35)] | None = Field(
        default=None, description="such as `en`; else found out"
    )

    @model_validator(mode="after")
    def something_to_read(self) -> Self:
        """Refuse what has nothing to read, and no address where there is something."""
        if not any(each and each.strip() for each in (self.text, self.html, self.url)):
            raise ValueError("give a text, an html page, or only a url")
        return self


async def article_in(request: Request) -> Mapping[str, Any]:
    """Return the article in a request's body as a row; raises TooLarge or InvalidParameters."""
    try:
        given = NewArticle.model_validate(json.loads(await body_of(request)))
    except ValidationError as error:
        raise InvalidParameters([fault(each) for each in error.errors()]) from None
    except (ValueError, RecursionError):
        raise InvalidParameters([Fault("body", "this is not one JSON object in UTF-8")]) from None
    row = given.model_dump(exclude_none=True)
    if faults := [Fault(name, why) for name, value in row.items() if (why := unstorable(value))]:
        raise InvalidParameters(faults)
    return row


def unstorable(value: str) -> str | None:
    """Return why no file could hold a text, or None."""
    if "\0" in value:
        return "it holds a NUL character"
    return (
        None
        if value.isascii() or not any("\ud800" <= c <= "\udfff" for c in value)
        else "it holds half a character"
    )


def fault(error: Mapping[str, Any]) -> Fault:
    """Return one error of a body as a fault, by the name of its field."""
    return fault_of({**error, "loc": ("body", *(error["loc"] or ("body",)))})


async def body_of(request: Request) -> bytes:
    """Return the body of a request, and stop reading where it is too large; raises TooLarge."""
    too_large = TooLarge(f"an article may have {LARGEST // 1_000_000} MB of JSON")
    if int(request.headers.get("content-length") or 0) > LARGEST:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise too_large
    return bytes(body)
