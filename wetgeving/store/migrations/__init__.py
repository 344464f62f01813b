"""The scripts that build the schema, step by step, as package data for Alembic."""
