"""The store over one connection: an attribute per kind of truth, all in the caller's transaction."""

from sqlalchemy import Connection

from wetgeving.store import people_schema as people_schema
from wetgeving.store.dossiers import Dossiers
from wetgeving.store.events import Events
from wetgeving.store.index_tasks import IndexTasks
from wetgeving.store.manifestations import Manifestations
from wetgeving.store.packed import Packed
from wetgeving.store.versions import Versions
from wetgeving.store.works import Works


class Store:
    """Everything that is stored, as frozen values. It commits nothing and has no clock."""

    def __init__(self, connection: Connection) -> None:
        packed = Packed(connection)
        self.dossiers = Dossiers(connection)
        self.works = Works(connection, self.dossiers)
        self.manifestations = Manifestations(connection, packed)
        self.versions = Versions(connection, packed, self.manifestations)
        self.events = Events(connection)
        self.index_tasks = IndexTasks(connection)
