"""Every component with its states."""

from __future__ import annotations

from collections.abc import Callable

from ui.gallery import acting, drawn, finding, framing, helping, serving, telling
from ui.gallery.state import Say, State

COMPONENTS: dict[str, Callable[[Say], tuple[State, ...]]] = {
    "AcceptanceNumber": telling.acceptance_number,
    "ActionButton": acting.action_button,
    "Badge": telling.badge,
    "Card": drawn.card,
    "CaseLine": finding.case_line,
    "CaseStanding": finding.case_standing,
    "Chips": acting.chips,
    "ChoiceCard": acting.choice_card,
    "Consent": acting.consent,
    "CountdownRing": framing.countdown_ring,
    "Drawing": finding.drawing,
    "Icon": drawn.icon,
    "IdCardDrawing": drawn.id_card_drawing,
    "InfoCard": telling.info_card,
    "KeyCap": acting.key_cap,
    "Label": telling.label,
    "LevelCard": serving.level_card,
    "Light": helping.light,
    "MaterialTile": finding.material_tile,
    "MatterTiles": finding.matter_tiles,
    "NoteBlock": helping.note_block,
    "NoteCard": serving.note_card,
    "NoteLine": telling.note_line,
    "NoticeCard": telling.notice_card,
    "NumberPad": acting.number_pad,
    "OverlayCard": framing.overlay_card,
    "PackageTile": finding.package_tile,
    "PackageTiles": finding.package_tiles,
    "PageFooter": framing.page_footer,
    "PageHeader": framing.page_header,
    "PageStrip": acting.page_strip,
    "PlaceCard": acting.place_card,
    "QrCard": telling.qr_card,
    "Question": framing.question,
    "ReaderDrawing": drawn.reader_drawing,
    "ReviewLine": acting.review_line,
    "SearchEntry": finding.search_entry,
    "SlipNote": telling.slip_note,
    "SpeechBar": framing.speech_bar,
    "SpeechPill": framing.speech_pill,
    "SpringRings": drawn.spring_rings,
    "StageLine": telling.stage_line,
    "StepCard": serving.step_card,
    "TickBox": drawn.tick_box,
    "Timeline": telling.timeline,
    "ToolPill": acting.tool_pill,
    "TouchTarget": serving.touch_target,
    "WayTile": finding.way_tile,
    "Wheel": acting.wheel,
    "WriteCard": helping.write_card,
}
"""A component of ui/qml/components by the name of its file."""

WITHIN = {
    "BodyHost": "Main.qml",
    "Drift": "Main.qml",
    "FocusKeeper": "Main.qml",
    "FocusRing": "components/Touchable.qml",
    "Painted": "pages/SignatureBody.qml",
    "Scroll": "components/Question.qml",
    "ScrollRail": "components/Scroll.qml",
    "StaffCorner": "Main.qml",
    "Touchable": "components/ActionButton.qml",
}
"""Those that show nothing by themselves, and a file of ui/qml that has them."""
