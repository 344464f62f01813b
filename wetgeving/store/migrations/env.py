"""What Alembic runs: the scripts, on the connection that `wetgeving.store.migration` hands over."""

from alembic import context

from wetgeving.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
