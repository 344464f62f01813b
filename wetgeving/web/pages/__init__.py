"""The pages, one blueprint a file; a new page is a file and a line here."""

from wetgeving.web.pages import comparing, explaining, health, searching, sources, versions, works

BLUEPRINTS = (
    works.blueprint,
    versions.blueprint,
    comparing.blueprint,
    searching.blueprint,
    sources.blueprint,
    explaining.blueprint,
    health.blueprint,
)
