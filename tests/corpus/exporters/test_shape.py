"""What is exported has the shape of Akoma Ntoso 3.0, as far as can be said without its schema.

The table says which elements may stand directly below which, taken from the standard for the elements the
exporter writes; an element that is not in it may not be written. The schema itself (XSD) is not in this
repository; while this was made, the exports of the sample files and of random trees were valid against it.
"""

from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings
from lxml import etree

from corpus.akn_vocabulary import ELEMENTS, NAMESPACE, OWN, XML
from corpus.eid import assign
from corpus.exporters.akoma_ntoso import EXPORTER
from corpus.exporters.exported_version import ExportedVersion
from corpus.provision import Mark, Note, Provision, ProvisionKind

from .test_round_trip import FOREST, exported

HIERARCHY = (
    "book part chapter title section subsection subdivision division article paragraph point hcontainer"
)
PROVISION = f"num heading intro content wrapUp crossHeading {HIERARCHY}"
BLOCKS = "p table"
INLINE = "b i u sup sub inline ref authorialNote img"
IDENTIFIED = "FRBRthis FRBRuri FRBRalias FRBRdate FRBRauthor"

BELOW = {
    "akomaNtoso": "act bill",
    **dict.fromkeys(("act", "bill"), "meta preface preamble body conclusions attachments"),
    "meta": "identification lifecycle temporalData references",
    "identification": "FRBRWork FRBRExpression FRBRManifestation",
    "FRBRWork": f"{IDENTIFIED} FRBRcountry FRBRname",
    "FRBRExpression": f"{IDENTIFIED} FRBRlanguage",
    "FRBRManifestation": f"{IDENTIFIED} FRBRformat",
    "lifecycle": "eventRef",
    "temporalData": "temporalGroup",
    "temporalGroup": "timeInterval",
    "references": "TLCOrganization",
    "preface": "container longTitle",
    "container": "p",
    "longTitle": BLOCKS,
    "preamble": f"{BLOCKS} recitals formula",
    "recitals": "recital",
    "recital": f"num heading {BLOCKS}",
    "formula": BLOCKS,
    "body": HIERARCHY,
    **dict.fromkeys(HIERARCHY.split(), PROVISION),
    **dict.fromkeys(("intro", "content", "wrapUp", "conclusions"), BLOCKS),
    "table": "tr",
    "tr": "td",
    "td": "p",
    "p": f"{INLINE} mod",
    "mod": "quotedStructure",
    "quotedStructure": f"{BLOCKS} {HIERARCHY}",
    **dict.fromkeys(("heading", "crossHeading", "b", "i", "u", "sup", "sub", "inline", "ref"), INLINE),
    "authorialNote": "p",
    "attachments": "attachment",
    "attachment": "num heading doc",
    "doc": "meta mainBody",
    "mainBody": f"{BLOCKS} {HIERARCHY}",
}


def violations(source: bytes) -> Iterator[str]:
    """What stands where the standard has no place for it."""
    ids: set[str] = set()
    for element in etree.fromstring(source).iter():
        tag = etree.QName(element)
        if tag.namespace != NAMESPACE or tag.localname not in ELEMENTS:
            yield f"onbekend element {element.tag}"
        allowed = BELOW.get(tag.localname, "").split()
        yield from (
            f"{child.tag} onder {tag.localname}"
            for child in element
            if etree.QName(child).localname not in allowed
        )
        holds_words = bool((element.text or "").strip() or any((c.tail or "").strip() for c in element))
        if holds_words and tag.localname not in ("p", "num", "heading", "crossHeading", *INLINE.split()):
            yield f"tekst in {tag.localname}"
        for key in element.attrib:
            if etree.QName(key).namespace not in (None, OWN, XML):
                yield f"attribuut {key}"
        eid = element.get("eId")
        if eid in ids:
            yield f"eId {eid} komt twee keer voor"
        ids.add(eid or str(len(ids)))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(FOREST)
def test_any_tree_has_the_shape_of_the_standard(provisions: tuple[Provision, ...]) -> None:
    source = exported(provisions)
    assert list(violations(source)) == []
    assert source == exported(provisions)


def test_a_small_act_is_written_as_a_lawyer_would_mark_it_up() -> None:
    kind = ProvisionKind
    leden = (
        Provision(kind.PARAGRAPH, num="1", text="Een haag is groen.", marks=(Mark(4, 8, "italic"),)),
        Provision(
            kind.PARAGRAPH, num="2", text="Niet in de winter.", notes=(Note(4, "noot", "Zie bijlage."),)
        ),
    )
    article = Provision(
        kind.ARTICLE, num="Artikel 1", children=leden, in_force_on=date(2091, 1, 1), source_id="lbl-7"
    )
    version = ExportedVersion(
        work="TUIN",
        version="TUIN@consolidated-2091-01-01",
        provisions=assign([Provision(kind.LONG_TITLE, text="Tuinwet"), article]),
        in_force_on=date(2091, 1, 1),
        fictional=True,
    )
    source = EXPORTER.export(version).decode()
    assert list(violations(source.encode())) == []
    assert source.partition("</meta>\n")[2] == SMALL
    assert EXPORTER.file_name(version) == "FICTIEVE-VOORBEELDTEKST-TUIN@consolidated-2091-01-01.akn.xml"


SMALL = """\
<preface eId="longtitle">
<container name="fictief" eId="fictief" wg:label="fictional">
<p>FICTIEVE VOORBEELDTEKST</p>
</container>
<longTitle>
<p>Tuinwet</p>
</longTitle>
</preface>
<body>
<article eId="art_1" period="#tmpg_1" wg:source="lbl-7">
<num>Artikel 1</num>
<paragraph eId="art_1__para_1">
<num>1</num>
<content>
<p>Een <i>haag</i> is groen.</p>
</content>
</paragraph>
<paragraph eId="art_1__para_2">
<num>2</num>
<content>
<p>Niet<authorialNote><p>Zie bijlage.</p></authorialNote> in de winter.</p>
</content>
</paragraph>
</article>
</body>
</act>
</akomaNtoso>
"""
