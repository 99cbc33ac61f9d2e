"""Which papers the city's records hold of an applicant who agreed; in seconds, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drivers.id_card_reader.card import IdCard
from kiosk.city_line import asked

if TYPE_CHECKING:
    from offline_queue.client import Client


@dataclass(frozen=True, repr=False)
class SharedAnswer:
    """The papers that the records hold, each with its reference, and the city's signed word, which the form carries."""

    held: tuple[tuple[str, str], ...]
    proof: str


class SharedDesk:
    """Asks over `connect`, which makes a client with the keys of today. From any thread; never raises."""

    def __init__(self, connect: Callable[[], Client]) -> None:
        self._connect = connect

    def ask(self, service_code: str, materials: Sequence[str], person: IdCard) -> SharedAnswer | None:
        """What the city says of these papers; None when it does not within seconds: then they are scanned."""
        return asked(self._connect, lambda client: _answer(client, service_code, materials, person))


def _answer(client: Client, service_code: str, materials: Sequence[str], person: IdCard) -> SharedAnswer:
    from offline_queue.asking import ask_shared
    from offline_queue.shared_data import Person

    asker = Person(id_number=person.id_number, name=person.name or person.name_en)
    told, proof = ask_shared(client, service_code, materials, asker)
    held = tuple((paper.material, paper.reference) for paper in told.materials if paper.held)
    return SharedAnswer(held, proof.decode("ascii"))
