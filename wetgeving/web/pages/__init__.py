"""The pages, one blueprint a file; a new page is a file and a line here."""

from wetgeving.web.pages import (
    comparing,
    explaining,
    exporting,
    health,
    searching,
    sources,
    uploading,
    versions,
    works,
)

BLUEPRINTS = (
    works.blueprint,
    versions.blueprint,
    comparing.blueprint,
    searching.blueprint,
    sources.blueprint,
    uploading.blueprint,
    exporting.blueprint,
    explaining.blueprint,
    health.blueprint,
)
