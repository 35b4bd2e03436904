"""Bringing a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.exc import DBAPIError

from bot.database.connection import Database
from bot.errors import ConfigurationError

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Apply the migrations that this database does not have yet; raises ConfigurationError when it cannot be opened."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    try:
        with database.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as error:
        raise ConfigurationError(
            "De databank kan niet geopend worden. Klopt WEGWIJS_DATABASE_URL, en mag u er lezen en schrijven?"
        ) from error
