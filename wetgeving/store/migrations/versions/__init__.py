"""One file per revision, never changed once it was released; `wetgeving.store.revisions` lists them."""
