"""Page values: everything a screen shows and everything that can be done on it, ready to be drawn.

All words are already in the resident's language. An `Action` names an intent (see `kiosk.intents`); the screens
send that intent's name and value back and decide nothing.
"""

from __future__ import annotations

from kiosk.page.asking import (
    ChoiceBody,
    DateBody,
    IdentifyBody,
    NumberBody,
    PageThumb,
    PlaceBody,
    ReaderState,
    ScanBody,
    ScanStage,
    SignatureBody,
    TextBody,
)
from kiosk.page.finding import AttractBody, GuideBody, HomeBody, ListBody, MaterialCard, SampleBody, SearchBody, Section
from kiosk.page.frame import Body, Countdown, Header, Overlay, Page, Progress, Speech
from kiosk.page.parts import Action, Badge, Choice, Fact, Moment, Note, Tone
from kiosk.page.serving import (
    Level,
    LevelsBody,
    PictureStep,
    StaffBody,
    StepsBody,
    WorkBody,
)
from kiosk.page.telling import (
    CaseBody,
    CaseCard,
    CasesBody,
    DoneBody,
    KeptBody,
    NoticeBody,
    Proof,
    RateBody,
    ReviewBody,
    ReviewGroup,
    ReviewRow,
    SealingBody,
    Stage,
    WaysBody,
)

__all__ = [
    "Action",
    "AttractBody",
    "Badge",
    "Body",
    "CaseBody",
    "CaseCard",
    "CasesBody",
    "Choice",
    "ChoiceBody",
    "Countdown",
    "DateBody",
    "DoneBody",
    "Fact",
    "GuideBody",
    "Header",
    "HomeBody",
    "IdentifyBody",
    "KeptBody",
    "Level",
    "LevelsBody",
    "ListBody",
    "MaterialCard",
    "Moment",
    "Note",
    "NoticeBody",
    "NumberBody",
    "Overlay",
    "Page",
    "PageThumb",
    "PictureStep",
    "PlaceBody",
    "Progress",
    "Proof",
    "RateBody",
    "ReaderState",
    "ReviewBody",
    "ReviewGroup",
    "ReviewRow",
    "SampleBody",
    "ScanBody",
    "ScanStage",
    "SealingBody",
    "SearchBody",
    "Section",
    "SignatureBody",
    "Speech",
    "StaffBody",
    "Stage",
    "StepsBody",
    "TextBody",
    "Tone",
    "WaysBody",
    "WorkBody",
]
