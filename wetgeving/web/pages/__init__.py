"""The pages, one blueprint a file; a new page is a file and a line here."""

from wetgeving.web.pages import (
    comparing,
    dossiers,
    explaining,
    exporting,
    health,
    identifiers,
    managing,
    provision_history,
    searching,
    signing_in,
    sources,
    uploading,
    versions,
    works,
)

BLUEPRINTS = (
    works.blueprint,
    dossiers.blueprint,
    versions.blueprint,
    provision_history.blueprint,
    comparing.blueprint,
    searching.blueprint,
    sources.blueprint,
    uploading.blueprint,
    signing_in.blueprint,
    managing.blueprint,
    exporting.blueprint,
    identifiers.blueprint,
    explaining.blueprint,
    health.blueprint,
)
