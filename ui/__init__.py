"""The screens: pages, wording, and the bridge that hands page values to them."""

from pathlib import Path

TRANSLATIONS = Path(__file__).parent / "translations"
"""The wording, one Qt Linguist file a language."""
