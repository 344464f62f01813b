"""The service layer: what the web, the command line and the worker all call, and nobody else commits."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from indexer.changes import CHANGE_FACETS
from indexer.document import SearchEngine
from wetgeving.services.access import Access, AccessLimits
from wetgeving.services.audit import Audit
from wetgeving.services.catalogue import Catalogue
from wetgeving.services.change_indexing import ChangeIndexing
from wetgeving.services.citing import Citing
from wetgeving.services.citing_batch import CitationBatch
from wetgeving.services.citing_shown import References
from wetgeving.services.commitment_judgements import CommitmentJudgements
from wetgeving.services.commitments import Commitments
from wetgeving.services.comparing import Comparing
from wetgeving.services.condition import Condition
from wetgeving.services.corrections import Corrections
from wetgeving.services.curation import Curation
from wetgeving.services.delegating import Delegating
from wetgeving.services.delegating_judgements import DelegationJudgements
from wetgeving.services.dossiers import Dossiers
from wetgeving.services.explaining import Explaining
from wetgeving.services.exporting import Exporting
from wetgeving.services.exporting_hits import ExportingHits
from wetgeving.services.following import Following
from wetgeving.services.indexing import Indexing
from wetgeving.services.ingest import IngestService
from wetgeving.services.loading import Loading
from wetgeving.services.membership import Membership
from wetgeving.services.opinion_facts import OpinionFacts
from wetgeving.services.opinion_judgements import OpinionJudgements
from wetgeving.services.opinion_tracking import OpinionTracking
from wetgeving.services.opinions import Opinions
from wetgeving.services.own_text import OwnTexts
from wetgeving.services.people import PeopleService
from wetgeving.services.progress_reports import ProgressReports
from wetgeving.services.proposing import Proposing
from wetgeving.services.provision_history import ProvisionHistory
from wetgeving.services.refreshing import Refreshing
from wetgeving.services.removing import Removing
from wetgeving.services.resolving import Resolving
from wetgeving.services.searching import Searching
from wetgeving.services.synopses import Synopses
from wetgeving.services.transposing import Transposing
from wetgeving.services.transposing_words import TranspositionWords
from wetgeving.services.typed_citations import TypedCitations
from wetgeving.services.validity import ValidityService
from wetgeving.store import Store


class Engines(NamedTuple):
    """The index of provisions and the index of changes."""

    provisions: SearchEngine
    changes: SearchEngine


class Services:
    """All services over one store in one transaction, on behalf of one actor."""

    def __init__(
        self,
        store: Store,
        engines: Engines,
        clock: Callable[[], datetime],
        actor: str,
        limits: AccessLimits,
    ) -> None:
        self.audit = Audit(store, clock, actor)
        self.access = Access(store, clock, limits)
        self.people = PeopleService(store, clock, self.audit)
        self.membership = Membership(store, self.audit)
        self.catalogue = Catalogue(store, clock)
        self.validity = ValidityService(store, self.catalogue, clock)
        self.resolving = Resolving(store, self.catalogue, self.validity)
        self.dossiers = Dossiers(store, self.catalogue)
        self.citation_batch = CitationBatch(store, clock)
        self.references = References(store, self.catalogue)
        self.corrections = Corrections(store, clock, actor, self.audit)
        self.comparing = Comparing(self.catalogue, self.corrections)
        self.provision_history = ProvisionHistory(self.catalogue, self.comparing)
        candidates = DelegationJudgements(store, clock, actor, self.audit)
        self.delegating = Delegating(self.catalogue, self.comparing, candidates)
        tracking = OpinionTracking(self.catalogue, self.comparing, self.corrections)
        said = OpinionJudgements(store, clock, actor, self.audit)
        self.opinions = Opinions(self.catalogue, tracking, said, OpinionFacts(store))
        promised = CommitmentJudgements(store, clock, actor, self.audit)
        self.commitments = Commitments(self.catalogue, self.dossiers, promised)
        self.progress_reports = ProgressReports(self.catalogue, self.dossiers, self.commitments)
        self.synopses = Synopses(self.catalogue, self.comparing)
        self.transposing = Transposing(
            store,
            self.catalogue,
            self.dossiers,
            citing=Citing(self.catalogue, self.dossiers, self.validity),
            comparing=self.comparing,
            words=TranspositionWords(store, clock, actor, self.audit),
        )
        self.explaining = Explaining(self.catalogue)
        self.own_texts = OwnTexts(self.catalogue)
        self.exporting = Exporting(self.catalogue)
        self.searching = Searching(engines.provisions, store, self.validity.today)
        self.typed_citations = TypedCitations(store, self.resolving)
        self.searching_changes = Searching(engines.changes, store, self.validity.today, CHANGE_FACETS)
        self.following = Following(store, self.catalogue, self.comparing, self.provision_history)
        self.exporting_hits = ExportingHits(self.catalogue)
        self.ingesting = IngestService(store, clock, actor)
        self.proposing = Proposing(self.catalogue, self.ingesting)
        self.loading = Loading(store, self.ingesting, self.audit)
        self.curation = Curation(store, clock, actor)
        self.removing = Removing(store, clock, actor)
        self.refreshing = Refreshing(store, clock, actor)
        self.condition = Condition(store, engines.provisions)
        self.indexing = Indexing(store, engines.provisions, lambda key: tracking.read(key).opinion)
        self.change_indexing = ChangeIndexing(store, engines.changes)
