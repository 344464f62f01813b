"""The names of Akoma Ntoso: elements of version 3.0, and the few attributes of our own beside them.

The list of elements is the vocabulary of the OASIS standard (Akoma Ntoso 1.0, Part 2; namespace
`.../akn/3.0`), grouped by what they hold. Readers report an element that is not in it; the exporter writes
nothing else. What Akoma Ntoso cannot say about a provision (its kind where the element does not tell, the id
its source gave it, the way it was marked) stands in attributes of the namespace `OWN`, which other programs
may ignore.
"""

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:x-wetgeving:akn:1"
XML = "http://www.w3.org/XML/1998/namespace"


def own(attribute: str) -> str:
    """The qualified name of an attribute of our own."""
    return f"{{{OWN}}}{attribute}"


def _names(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


DOCUMENTS = _names(
    """act amendment amendmentList bill debate debateReport doc documentCollection judgment officialGazette
    portion statement"""
)
PARTS = _names(
    """akomaNtoso amendmentBody amendmentContent amendmentHeading amendmentJustification amendmentReference
    arguments attachment attachments background body citations collectionBody component components
    componentRef componentData conclusions coverPage debateBody decision documentRef header
    introduction judgmentBody mainBody meta motivation portionBody preamble preface recitals remedies
    temporalData"""
)
HIERARCHY = _names(
    """alinea article book chapter clause division hcontainer indent level list paragraph part point proviso
    rule section subchapter subclause subdivision sublist subparagraph subpart subrule subsection subtitle
    title tome transitional"""
)
SPEECH = _names(
    """address adjournment administrationOfOath answer communication debateSection declarationOfVote
    ministerialStatements nationalInterest noticesOfMotion oralStatements other papers personalStatements
    petitions pointOfOrder prayers proceduralMotions question questions resolutions rollCall speech
    speechGroup writtenStatements"""
)
BLOCKS = _names(
    """authorialNote block blockContainer blockList caption citation container content crossHeading foreign
    formula heading interstitial intro item li listIntroduction listWrapUp longTitle num ol p quotedStructure
    recital remark subFlow subheading table tblock td th toc tocItem tr ul wrapUp div"""
)
INLINE = _names(
    """a abbr affectedDocument argument b br change concept courtType date decoration def del docAuthority
    docCommittee docDate docIntroducer docJurisdiction docketNumber docNumber docProponent docPurpose
    docStage docStatus docTitle docType embeddedStructure embeddedText entity eol eop event     fillIn
    from i img inline ins judge lawyer legislature location marker mmod     mod mref narrative
    neutralCitation noteRef object omissis opinion organization outcome party person     placeholder
    process quantity quotedText recordedTime ref relatedDocument rmod role rref scene session
    shortTitle signature span sub summary sup term time u vote"""
)
METADATA = _names(
    """activeModifications activeRef affectedDocument alternativeReference analysis application applies
    attachmentOf classification componentInfo condition contrasts count derogates destination dissentsFrom
    distinguishes domain duration efficacy efficacyMod eventRef extends force forceMod FRBRalias FRBRauthor
    FRBRauthoritative FRBRcountry FRBRdate FRBRExpression FRBRformat FRBRItem FRBRlanguage FRBRManifestation
    FRBRmasterExpression FRBRname FRBRnumber FRBRportion FRBRprescriptive FRBRsubtype FRBRthis
    FRBRtranslation FRBRuri FRBRversionNumber FRBRWork hasAttachment identification implicitReference
    isAnalogTo judicial jurisprudence keyword legalSystemMod lifecycle mapping mappings meaningMod new note
    notes old original otherAnalysis otherReferences overrules parliamentary passiveModifications passiveRef
    presentation preservation previous proprietary publication putsInQuestion quorum quorumVerification
    recount references restriction restrictions restricts result scopeMod source step supports temporalGroup
    textualMod timeInterval TLCConcept TLCEvent TLCLocation TLCObject TLCOrganization TLCPerson TLCProcess
    TLCReference TLCRole TLCTerm voting workflow"""
)
ELEMENTS = DOCUMENTS | PARTS | HIERARCHY | SPEECH | BLOCKS | INLINE | METADATA
