"""The store: what is true about works, versions and files, in SQLite or PostgreSQL, behind frozen values.

SQL stays inside this package, and no meaning of law comes into it. Nothing here commits but
`Database.transaction`, and nothing here looks at a clock.
"""

from wetgeving.store.database import Database
from wetgeving.store.store import Store

__all__ = ["Database", "Store"]
