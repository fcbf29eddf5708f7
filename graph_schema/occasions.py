"""Views of events: the occasions at which something was said."""

from graph_schema.views import ArticleRow, EventSummary


class EventRow(EventSummary):
    """An event in lists: how many statements were made at it, and how many articles report it."""

    statements: int
    articles: int


class EventDetail(EventRow):
    """An event with the articles that report it: a call read out by both sides has one of each."""

    reported_by: tuple[ArticleRow, ...]
