"""The service's log: one line an event on stderr, for people on a terminal, as JSON off it."""

import sys

import structlog


def keep_journal() -> None:
    """Set up the log, unless whoever runs the service has done so."""
    if structlog.is_configured():
        return
    person = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer() if person else structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
