"""The metrics as a file in Prometheus' text format, for the textfile collector of its node exporter."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric

from kiosk.metrics.gather import Figure
from kiosk.metrics.table import METRICS, Sort
from kiosk.metrics.tally import Times
from offline_queue.errors import OutboxError
from offline_queue.files import write_durably

EVERY = 30.0
"""Seconds between two files; Prometheus asks node exporters every 15 to 60."""


class Textfile:
    """Writes the file `path` anew, readable by all, when it is time: `figures` are asked then."""

    def __init__(self, path: Path, figures: Callable[[], Iterable[Figure]]) -> None:
        self._path = path
        self._figures = figures
        self._due = 0.0

    def keep(self) -> None:
        """Write it, if it is time. Metrics that cannot be had or written stop nothing: the old file tells its age."""
        if time.monotonic() < self._due:
            return
        self._due = time.monotonic() + EVERY
        with suppress(OutboxError, OSError):
            write_durably(self._path, text(self._figures()), 0o644)


def text(figures: Iterable[Figure]) -> bytes:
    """Figures in the text format. What METRICS does not allow is left out."""
    registry = CollectorRegistry(auto_describe=False)
    found = list(figures)

    class _Collector:
        def collect(self) -> Iterator[Metric]:
            return _families(found)

    registry.register(_Collector())
    return generate_latest(registry)


def _families(figures: list[Figure]) -> Iterator[Metric]:
    for name, metric in METRICS.items():
        mine = [figure for figure in figures if figure.name == name and _fits(figure)]
        if not mine:
            continue
        family = _FAMILIES[metric.sort](f"kiosk_{name}", metric.meaning, labels=tuple(metric.labels))
        for figure in mine:
            if isinstance(figure.value, Times):
                counts = accumulate(figure.value.counts)
                bounds = [*(str(bound) for bound in metric.bounds), "+Inf"]
                family.add_metric(figure.labels, list(zip(bounds, counts, strict=True)), figure.value.seconds)
            else:
                family.add_metric(figure.labels, float(figure.value))
        yield family


_FAMILIES = {
    Sort.GAUGE: GaugeMetricFamily,
    Sort.COUNTER: CounterMetricFamily,
    Sort.HISTOGRAM: HistogramMetricFamily,
}


def _fits(figure: Figure) -> bool:
    kinds = METRICS[figure.name].labels.values()
    return len(kinds) == len(figure.labels) and all(
        kind.fits(value) for kind, value in zip(kinds, figure.labels, strict=True)
    )
