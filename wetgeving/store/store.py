"""The store over one connection: an attribute per kind of truth, all in the caller's transaction.

What is not for the viewer is not there: every question leaves it out, in `visibility`.
"""

from sqlalchemy import Connection

from wetgeving.store import people_schema as people_schema
from wetgeving.store.audit import AuditLog
from wetgeving.store.census import Census
from wetgeving.store.citations import Citations
from wetgeving.store.database import is_read_only
from wetgeving.store.dossiers import Dossiers
from wetgeving.store.events import Events
from wetgeving.store.index_tasks import IndexTasks
from wetgeving.store.intake import Intake
from wetgeving.store.judgements import Judgements
from wetgeving.store.manifestations import Manifestations
from wetgeving.store.packed import Packed
from wetgeving.store.people import People
from wetgeving.store.people_credentials import ApiTokens, Sessions
from wetgeving.store.tombstones import Tombstones
from wetgeving.store.transposition import Transpositions
from wetgeving.store.versions import Versions
from wetgeving.store.viewer import OPERATOR, Viewer
from wetgeving.store.visibility import Visibility
from wetgeving.store.works import Works


class Store:
    """Everything that is stored, as frozen values. It commits nothing and has no clock.

    `lasting` says that nothing can be written here, so that every answer stays the same.
    """

    def __init__(self, connection: Connection, viewer: Viewer = OPERATOR) -> None:
        packed = Packed(connection)
        self._connection = connection
        self.lasting = is_read_only(connection)
        self.visibility = Visibility(connection, viewer)
        self.dossiers = Dossiers(connection, self.visibility)
        self.works = Works(connection, self.dossiers, self.visibility)
        self.manifestations = Manifestations(connection, packed, self.visibility)
        self.versions = Versions(connection, packed, self.manifestations, self.visibility)
        self.intake = Intake(connection, self.visibility)
        self.audit = AuditLog(connection)
        self.events = Events(connection, self.visibility, self.audit)
        self.index_tasks = IndexTasks(connection)
        self.judgements = Judgements(connection, self.visibility)
        self.citations = Citations(connection, self.visibility)
        self.people = People(connection)
        self.sessions = Sessions(connection, self.people)
        self.api_tokens = ApiTokens(connection, self.people)
        self.transpositions = Transpositions(connection, self.visibility)
        self.tombstones = Tombstones(connection, self.visibility)
        self.census = Census(connection, self.visibility)

    def seen_by(self, viewer: Viewer) -> "Store":
        """The same store for another viewer: what is made for many rests on no more than they see."""
        return Store(self._connection, viewer)
