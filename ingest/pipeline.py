"""How an article is read: the table of contents, one line a stage, in order.

A stage is a plain function that reads a `Reading` and writes on it. Reading touches no network, no graph and
no clock: the same article always gives the same statements.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import spacy
from spacy.language import Language

from graph_schema.errors import SettingsError
from graph_schema.settings import Settings
from ingest.articles import GivenArticle
from ingest.cleaning.readable import cleaned
from ingest.gazetteer.loading import FOLDER, Gazetteer
from ingest.given.languages import is_english
from ingest.grammar import look_words_up
from ingest.reading import Reading
from ingest.stages.acts import judge_acts
from ingest.stages.addressees import addressees
from ingest.stages.cast import cast
from ingest.stages.contents import trim_contents
from ingest.stages.dates import date_statements
from ingest.stages.headlines import read_headline
from ingest.stages.kinds import tell_kinds
from ingest.stages.merges import merge_actors
from ingest.stages.negations import mark_negations
from ingest.stages.occasions import find_occasion
from ingest.stages.participants import participants
from ingest.stages.quotations import find_quotations
from ingest.stages.relays import relays
from ingest.stages.speakers import speakers
from ingest.stages.stances import judge_stances
from ingest.stages.topics import find_topics
from ingest.stages.voices import voices
from ingest.tagging.tagger import MODELS, Tagger
from ingest.version import reader_version

Stage = Callable[[Reading], None]

STAGES: tuple[Stage, ...] = (
    find_quotations,  # what stands between quotation marks, by paragraph
    trim_contents,  # contents to the convention: no outer marks, no leading "that"
    read_headline,  # "Wang Yi: ...", where the tagger missed it
    tell_kinds,  # direct, indirect or mixed
    find_occasion,  # call, meeting, press conference ...: kind, day, place
    cast,  # everybody who is named, by which words
    speakers,  # whose words: names, titles, pronouns, both sides, carried over
    relays,  # through whom, where somebody passes the words on
    voices,  # who holds the position inside the claim
    addressees,  # to whom
    participants,  # who took part in the occasion
    mark_negations,  # "did not rule out": what the cue denies
    judge_acts,  # comment, agree, support, request, accuse, reject ...
    judge_stances,  # for, against, neither
    find_topics,  # about what, the main topic first, and by which words
    date_statements,  # on which day it was said, and how exactly that is known
    merge_actors,  # who was found, by a person, to be somebody else
)

# Half of the model's time goes into named entities; the gazetteer and the cast stage find names instead.
UNUSED = ("ner",)


class Reader:
    """Everything that reading needs, loaded once a process."""

    def __init__(self, nlp: Language, tagger: Tagger, gazetteer: Gazetteer, version: str) -> None:
        self.nlp, self.tagger, self.gazetteer, self.version = nlp, tagger, gazetteer, version

    @classmethod
    def load(cls, settings: Settings) -> Self:
        """Load model, weights and gazetteer; raises SettingsError where the spaCy model is not installed."""
        try:
            nlp = spacy.load(settings.spacy_model, exclude=list(UNUSED))
        except OSError as error:
            raise SettingsError(
                f"the spaCy model {settings.spacy_model!r} is not installed: install it, or name another in "
                "COMMUNIQUE_SPACY_MODEL"
            ) from error
        look_words_up(nlp)
        weights = settings.tagger or MODELS
        version = reader_version(weights, [FOLDER, settings.gazetteer])
        return cls(nlp, Tagger.load(weights), Gazetteer.load(settings.gazetteer), version)

    def read(self, article: GivenArticle) -> Reading:
        """Return the reading of an article; one in another language than English has no statements."""
        clean = cleaned(article.identified())
        body, headline = self.nlp.pipe([clean.readable, clean.article.headline])
        english = is_english(article.language)
        reading = Reading(
            article=clean.article,
            body=body,
            headline=headline,
            gazetteer=self.gazetteer,
            attributions=self.tagger.read(clean.readable, clean.article.headline) if english else [],
        )
        for stage in STAGES:
            stage(reading)
        return reading
