"""Which provision an element of Akoma Ntoso is, by its name and by where it stands.

Names decide, with three exceptions that the standard leaves to national practice. (1) The basic unit: where a
file has no `article` in its own text, `section` (United Kingdom, South Africa, Kenya) is what other countries
call an article: it is numbered through the act, cited alone, and holds the rules. It becomes ARTICLE with its
number as printed; as a division, such an act would have no article to compare, cite or search. (2) Inside the
basic unit the next level (`paragraph`, `subsection`, `clause`) is a PARAGRAPH and all below it a POINT. (3) A
`subparagraph` or `alinea` without a number is a block of text of what it stands in, as an `al` is in a Dutch
lid. The attribute `kind` of our own export outranks all of this.
"""

from corpus.akn_vocabulary import own
from corpus.provision import ProvisionKind
from corpus.secure_xml import Element, elements, name

_KIND = own("kind")
_OURS = {member.value: member for member in ProvisionKind}
_FIXED = {
    "preface": ProvisionKind.LONG_TITLE,
    "preamble": ProvisionKind.PREAMBLE,
    "recital": ProvisionKind.RECITAL,
    "citation": ProvisionKind.POINT,
    "book": ProvisionKind.BOOK,
    "tome": ProvisionKind.BOOK,
    "part": ProvisionKind.PART,
    "chapter": ProvisionKind.CHAPTER,
    "title": ProvisionKind.TITLE,
    "subchapter": ProvisionKind.SECTION,
    "subtitle": ProvisionKind.SECTION,
    "subpart": ProvisionKind.SECTION,
    "subdivision": ProvisionKind.SUBDIVISION,
    "division": ProvisionKind.DIVISION,
    "level": ProvisionKind.DIVISION,
    "article": ProvisionKind.ARTICLE,
    "item": ProvisionKind.POINT,
    "li": ProvisionKind.POINT,
    "point": ProvisionKind.POINT,
    "indent": ProvisionKind.POINT,
    "crossHeading": ProvisionKind.CROSSHEADING,
    "quotedStructure": ProvisionKind.MOD,
    "embeddedStructure": ProvisionKind.MOD,
    "conclusions": ProvisionKind.CONCLUSIONS,
    "attachment": ProvisionKind.ATTACHMENT,
}
_BELOW_ARTICLE = frozenset(
    {"paragraph", "subsection", "clause", "rule", "subrule", "subparagraph", "alinea", "proviso", "subclause",
     "transitional"}
)  # fmt: skip
_BLOCKS_WITHOUT_NUMBER = frozenset({"subparagraph", "alinea", "tblock", "blockContainer"})
_HEADED = frozenset({"tblock", "blockContainer"})
_CONTAINERS = {"schedule": ProvisionKind.ATTACHMENT, "annex": ProvisionKind.ATTACHMENT}
_WRAPPERS = frozenset({"schedules", "mod"})


def basic_unit(documents: Element, *, is_own: bool) -> str:
    """The element that is the article of this file: `article`, or `section` where it has none of its own."""
    if is_own:
        return "article"
    quoted: set[Element] = set()
    for element in documents.iter("{*}quotedStructure", "{*}article"):
        if name(element) == "quotedStructure":
            quoted.add(element)
        elif not any(above in quoted for above in element.iterancestors()):
            return "article"
    return "section"


def kind(element: Element, inside: ProvisionKind, basic: str) -> ProvisionKind | None:
    """The kind of provision that `element` is below a provision of kind `inside`; None when it is none."""
    tag = name(element)
    given = element.get(_KIND)
    if given in _OURS:
        return _OURS[given]
    if tag in _BLOCKS_WITHOUT_NUMBER and not _is_headed(element):
        return None
    if tag in _HEADED:
        return ProvisionKind.DIVISION
    if tag == basic:
        return ProvisionKind.ARTICLE
    if tag == "hcontainer":
        label = (element.get("name") or "").lower()
        return None if label in _WRAPPERS else _CONTAINERS.get(label, ProvisionKind.DIVISION)
    if tag in _BELOW_ARTICLE:
        return _below_article(tag, inside, basic)
    if tag == "section":
        return ProvisionKind.SECTION
    if tag == "formula":
        return ProvisionKind.FORMULA if inside is ProvisionKind.PREAMBLE else None
    return _FIXED.get(tag)


def _below_article(tag: str, inside: ProvisionKind, basic: str) -> ProvisionKind:
    if inside in (ProvisionKind.PARAGRAPH, ProvisionKind.POINT):
        return ProvisionKind.POINT
    if inside is ProvisionKind.ARTICLE:
        return ProvisionKind.PARAGRAPH
    if tag == "subsection" and basic != "section":
        return ProvisionKind.SUBSECTION
    return ProvisionKind.FORMULA if tag == "clause" else ProvisionKind.PARAGRAPH


def _is_headed(element: Element) -> bool:
    return any(name(child) in ("num", "heading") for child in elements(element))
