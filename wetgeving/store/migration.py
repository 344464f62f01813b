"""The door to Alembic: bring an open connection to a revision. It begins and commits nothing itself.

`Database.migrate` comes here only when there is something to do.
"""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str) -> None:
    """Run the scripts up to `revision` inside the transaction of this connection."""
    config = Config()
    config.set_main_option("script_location", str(files("wetgeving.store") / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
