"""The revisions of the schema, oldest first: what the program knows without running Alembic.

Start-up is quick because of this list; a test holds it equal to the scripts in `migrations/versions`.
"""

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
HEAD = REVISIONS[-1]
