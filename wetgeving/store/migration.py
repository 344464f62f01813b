"""The door to Alembic: bring an open connection to a revision. It begins and commits nothing itself.

Alembic is imported when there is something to do, and only then: every start would pay a quarter of a second.
"""

from importlib.resources import files

from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str) -> None:
    """Run the scripts up to `revision` inside the transaction of this connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("wetgeving.store") / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
