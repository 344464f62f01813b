"""Exporters of formats: a version or one provision of it in, bytes out. One file a format, one line here.

What is written as Akoma Ntoso reads back as the same provisions; text and HTML are for people, and hold every
word in order. Tests hold them to that. The names are part of the command line, the endings of addresses.
"""

from corpus.exporters import akoma_ntoso, html, plain_text
from corpus.exporters.exported_version import Exporter

EXPORTERS: dict[str, Exporter] = {
    akoma_ntoso.EXPORTER.name: akoma_ntoso.EXPORTER,
    plain_text.EXPORTER.name: plain_text.EXPORTER,
    html.EXPORTER.name: html.EXPORTER,
}
