"""Metrics for Prometheus, and the door to `prometheus_client`. No label holds what someone typed.

Requests are counted per process; under `wetgeving serve`, or gunicorn with `wetgeving.gunicorn_settings`, the
workers count together in one folder. What is stored is counted in the database when it is asked for, so it
holds for every process, the command line and the worker too.
"""

from collections.abc import Iterator
from typing import cast

from flask import current_app
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from wetgeving.store.census import Counts
from wetgeving.web.terms import EVENT_KINDS

CONTENT_TYPE: str = CONTENT_TYPE_LATEST
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """What one process counts."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "wetgeving_requests",
            "Beantwoorde verzoeken.",
            ("route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "wetgeving_request_seconds",
            "Seconden tot het laatste stuk van het antwoord.",
            ("route",),
            registry=self._registry,
            buckets=_BUCKETS,
        )

    def observe(self, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self, counts: Counts) -> bytes:
        """Everything in the form that Prometheus reads."""
        stored = CollectorRegistry()
        stored.register(_Stored(counts))
        return generate_latest(self._counted()) + generate_latest(stored)

    def _counted(self) -> CollectorRegistry:
        """What all workers counted, where they have a folder for it; else this process alone."""
        together = CollectorRegistry()
        try:
            MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        except ValueError:  # no folder is named
            return self._registry
        return together


def metrics() -> Metrics:
    """The metrics of the application at hand."""
    return cast(Metrics, current_app.extensions["metrics"])


class _Stored(Collector):
    """What is stored, as it was counted just now."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        """One family per number."""
        c = self._counts
        for name, help_, value in (
            ("wetgeving_works", "Regelingen, zonder fictieve.", c.works),
            ("wetgeving_versions", "Versies die gelden als opgenomen, zonder fictieve.", c.versions),
            ("wetgeving_tombstones", "Adressen van verwijderde teksten.", c.tombstones),
            ("wetgeving_index_tasks", "Versies die op de zoekindex wachten.", c.index_tasks),
        ):
            yield GaugeMetricFamily(name, help_, value=value)
        events = CounterMetricFamily("wetgeving_events", "Gebeurtenissen per soort.", labels=("kind",))
        for kind, count in _known(c.events):
            events.add_metric((kind,), count)
        yield events


def _known(events: tuple[tuple[str, int], ...]) -> Iterator[tuple[str, int]]:
    """Events by a kind that we know; the others together."""
    yield from ((kind, count) for kind, count in events if kind in EVENT_KINDS)
    other = sum(count for kind, count in events if kind not in EVENT_KINDS)
    if other:
        yield "other", other
