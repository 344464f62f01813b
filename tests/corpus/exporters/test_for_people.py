"""Text and HTML hold every word of a version in order, notes apart, and say of fiction that it is fiction."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from lxml import html as parser

from corpus.exporters import EXPORTERS
from corpus.exporters.exported_version import FICTIONAL, ExportedVersion
from corpus.provision import Mark, Note, Provision, ProvisionKind, words

from .test_round_trip import FOREST

ARTICLE = Provision(
    ProvisionKind.ARTICLE,
    "art_1",
    "Artikel 1.",
    "Lampen & <lantaarns>",
    "Een lamp brandt.\nlicht\tdonker",
    (Provision(ProvisionKind.PARAGRAPH, "art_1__para_1", "1.", "", "Bij <nacht>."),),
    marks=(Mark(4, 8, "italic"),),
    notes=(Note(0, "redactie", "Vervallen per 1 januari."),),
)
VERSION = ExportedVersion("WET", "WET@consolidated-2091-01-01", (ARTICLE,), short_title="Lampenwet")


def _in_order(wanted: list[str], found: list[str]) -> bool:
    rest = iter(found)
    return all(word in rest for word in wanted)


@given(FOREST)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_word_is_lost_in_plain_text(tree: tuple[Provision, ...]) -> None:
    text = EXPORTERS["plain-text"].export(replace(VERSION, provisions=tree)).decode()
    assert _in_order(list(words(tree)), text.split())


@given(FOREST)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_word_is_lost_in_html(tree: tuple[Provision, ...]) -> None:
    page = EXPORTERS["html"].export(replace(VERSION, provisions=tree)).decode()
    wanted = "".join("".join(words(tree)).split())
    found = "".join("".join(parser.fromstring(page).itertext()).split())
    assert _in_order(list(wanted), list(found))


def test_plain_text_reads_as_a_person_would_type_it() -> None:
    assert EXPORTERS["plain-text"].export(VERSION).decode() == (
        "Lampenwet\nWET@consolidated-2091-01-01\n\n\nArtikel 1. Lampen & <lantaarns>\nEen lamp brandt.\n"
        "licht\tdonker\n[redactie: Vervallen per 1 januari.]\n  1. Bij <nacht>.\n"
    )


def test_html_is_escaped_and_closed() -> None:
    page = EXPORTERS["html"].export(VERSION).decode()
    assert "<h2>Artikel 1. Lampen &amp; &lt;lantaarns&gt;</h2>" in page
    assert "<p>Een <i>lamp</i> brandt.</p>" in page
    assert "<tr><td>licht</td><td>donker</td></tr>" in page
    assert '<aside class="redactie">Vervallen per 1 januari.</aside>' in page
    open_tags: list[str] = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
            if tag != "meta":
                open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

    Balance().feed(page)
    assert open_tags == []


def test_fiction_says_so_at_the_top_and_at_every_article() -> None:
    for name in ("plain-text", "html"):
        exporter = EXPORTERS[name]
        version = replace(VERSION, fictional=True)
        assert exporter.export(version).decode().count(FICTIONAL) >= 2
        assert FICTIONAL not in exporter.export(VERSION).decode()
        assert exporter.file_name(version).startswith("FICTIEVE-VOORBEELDTEKST-")


def test_a_provision_alone_has_its_own_file_name() -> None:
    portion = replace(VERSION, portion="art_1")
    for exporter in EXPORTERS.values():
        assert exporter.file_name(portion) == f"WET@consolidated-2091-01-01_art_1{exporter.suffix}"
