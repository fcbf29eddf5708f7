"""Questions to the graph: each function sends named queries and returns views."""

from graph_schema.reads.actors import find_actors, get_actor
from graph_schema.reads.articles import find_articles, get_article
from graph_schema.reads.meta import get_meta
from graph_schema.reads.names import resolve_actor, resolve_topic
from graph_schema.reads.standing import get_data_version
from graph_schema.reads.statements import count_statements, find_statements, get_statement, stream_statements
from graph_schema.reads.topics import find_topics, get_topic

__all__ = [
    "count_statements",
    "find_actors",
    "find_articles",
    "find_statements",
    "find_topics",
    "get_actor",
    "get_article",
    "get_data_version",
    "get_meta",
    "get_statement",
    "get_topic",
    "resolve_actor",
    "resolve_topic",
    "stream_statements",
]
