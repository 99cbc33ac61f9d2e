"""Page values of every kind, in both languages, much like the pages of a real visit. All people are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.page import Page
from sample_pages.arriving import Arriving
from sample_pages.asking import Asking
from sample_pages.deciding import Deciding
from sample_pages.enquiring import Enquiring
from sample_pages.finding import Finding
from sample_pages.finishing import Finishing
from sample_pages.helping import HelpingPages
from sample_pages.kinds import Kinds
from sample_pages.picking import Picking
from sample_pages.proving import Proving
from sample_pages.serving import Serving


def _chapters(language: str) -> tuple[Callable[[], Iterator[Page]], ...]:
    arriving, finding = Arriving(language), Finding(language)
    asking, finishing = Asking(language), Finishing(language)
    enquiring, picking = Enquiring(language), Picking(language)
    return (
        arriving.arriving,
        finding.finding,
        arriving.identifying,
        asking.asking,
        picking.picking,
        picking.counting,
        picking.signing,
        Kinds(language).kinds,
        asking.scanning,
        Deciding(language).deciding,
        finishing.reviewing,
        finishing.finishing,
        enquiring.ways,
        enquiring.listing,
        enquiring.reading,
        enquiring.picking,
        Proving(language).proving,
        HelpingPages(language).helping,
        Serving(language).serving,
    )


def _pages(language: str) -> Iterator[Page]:
    for chapter in _chapters(language):
        yield from chapter()


PAGES: dict[str, Page] = {f"{language}-{page.name}": page for language in ("zh", "en") for page in _pages(language)}
"""Every sample by language and name."""

CHAPTERS: dict[str, tuple[str, ...]] = {
    str(chapter.__doc__).rstrip("."): tuple(page.name for page in chapter()) for chapter in _chapters("zh")
}
"""Names of the samples by what a chapter is about, in the order of a visit."""
