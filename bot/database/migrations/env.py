"""Alembic's entry: runs in the connection that bot.database.migrate gives, or on WEGWIJS_DATABASE_URL."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from bot.database.connection import Database
from bot.database.tables import METADATA
from bot.settings import Settings


def run(connection: Connection) -> None:
    """Migrate in one transaction; tables are copied on SQLite, which cannot alter them."""
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    database = Database(Settings.from_environment().database_url)
    with database.engine.begin() as opened:
        run(opened)
    database.close()
