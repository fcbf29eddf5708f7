"""What can be set for the HTTP service, beside what the graph needs."""

from pydantic import Field

from graph_schema.settings import Settings


class ServiceSettings(Settings):
    """The settings of the HTTP service: from the environment (prefix COMMUNIQUE_) and `.env`."""

    public_read: bool = Field(default=False, description="let anybody read, not only this machine")
    stream_pause: float = Field(default=2.0, gt=0, description="seconds between looks for news")
    warm_up: bool = Field(default=True, description="read ahead at the start what networks count")
    rate_limit: str = Field(
        default="600 per minute", description="requests that one caller elsewhere may make"
    )
    cors_origins: str = Field(
        default="", description="origins of web pages that may read, separated by commas; * for all"
    )

    @property
    def origins(self) -> list[str]:
        """Return the origins as a list."""
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]

    @classmethod
    def of(cls, settings: Settings | None) -> "ServiceSettings":
        """Return the service's settings: those given, and for the rest the environment's."""
        if isinstance(settings, cls):
            return settings
        return cls(**settings.model_dump()) if settings else cls()
