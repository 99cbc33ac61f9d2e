"""The report of a conformance run: each rule done, to do, or exempt with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from drivers.conformance.rules import COMMON, RULES


class Standing(StrEnum):
    """How a driver stands to a rule."""

    DONE = "done"
    TO_DO = "to do"
    EXEMPT = "exempt"


@dataclass
class Report:
    """What was tried, on what, and how each rule stands; `reasons` explains everything that is not done."""

    driver: str
    kind: str
    package: str
    model: str = "unknown"
    standings: dict[str, Standing] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def note(self, rule: str, standing: Standing, reason: str = "") -> None:
        """How a rule stands. A rule that several tests try is done only when all say so."""
        if self.standings.get(rule) is Standing.TO_DO:
            return
        self.standings[rule] = standing
        if reason:
            self.reasons[rule] = reason

    @property
    def conforms(self) -> bool:
        """Whether nothing is left to do."""
        return all(self._standing(rule.id) is not Standing.TO_DO for rule in RULES if rule.kind in (COMMON, self.kind))

    def _standing(self, rule: str) -> Standing:
        return self.standings.get(rule, Standing.TO_DO)

    def markdown(self, today: date) -> str:
        """The report as a page."""
        verdict = "conforms" if self.conforms else "does not conform yet"
        lines = [
            f"# Driver `{self.driver}` {verdict}",
            "",
            f"Class {self.kind}; package {self.package}; device {self.model}; tried on {today.isoformat()}.",
            "",
            "| rule | the driver … | standing |",
            "|---|---|---|",
        ]
        for rule in RULES:
            if rule.kind not in (COMMON, self.kind):
                continue
            standing = self._standing(rule.id)
            reason = self.reasons.get(rule.id, "not tried" if standing is Standing.TO_DO else "")
            lines.append(f"| {rule.id} | {rule.promise} | {standing.value}{': ' + reason if reason else ''} |")
        return "\n".join(lines) + "\n"
