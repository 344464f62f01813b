"""Exporters of formats: a version in, bytes out. One file per format, one entry in `EXPORTERS`.

What an exporter writes, the reader of that format reads back as the same provisions; tests hold it to that.
The names are part of the command line.
"""

from corpus.exporters import akoma_ntoso
from corpus.exporters.exported_version import Exporter

EXPORTERS: dict[str, Exporter] = {akoma_ntoso.EXPORTER.name: akoma_ntoso.EXPORTER}
