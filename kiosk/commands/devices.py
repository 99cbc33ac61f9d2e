"""`kiosk devices`: drivers known and configured, their health, and one card, page or slip by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from drivers.document_scanner.page import Capture
from drivers.document_scanner.pdf import as_pdf
from drivers.id_card_reader.photo import decode_photo
from drivers.model import (
    GROUPS,
    CancelToken,
    Device,
    DeviceError,
    DocumentScanner,
    ErrorCode,
    IdCardReader,
    ReceiptPrinter,
)
from drivers.receipt_printer.slip import PrintOutcome, SlipElement
from kiosk import device_drivers
from kiosk.commands.shared import Config, Json, remedy, settings_from
from kiosk.device_host import health_of
from kiosk.exits import CommandError, Exit, told

app = typer.Typer(
    help="Drivers known and configured; health; one card, page or slip.", no_args_is_help=True, add_completion=False
)

Driver = Annotated[str, typer.Option(help="Name of the driver.")]

Options = Annotated[
    list[str] | None, typer.Option("--option", metavar="KEY=VALUE", help="A setting of the driver; may be repeated.")
]

CAPTURE_WAIT = 20.0
PRINT_WAIT = 20.0


@contextmanager
def opened(kind: str, driver: str, options: dict[str, Any]) -> Iterator[Device]:
    """An open device; its errors become CommandErrors with the next step."""
    try:
        with device_drivers.make(kind, driver, options) as device:
            yield device
    except device_drivers.DriverError as error:
        raise CommandError("bad_driver", str(error), "run: kiosk devices list", Exit.BAD_USAGE) from None
    except DeviceError as error:
        raise CommandError(error.code.value, error.message, remedy(error.code)) from None


@app.command("list")
@told
def list_(config: Config = None, as_json: Json = False) -> None:
    """Drivers installed, and which one each device uses."""
    configured = settings_from(config).devices.model_dump()
    rows: list[dict[str, Any]] = [
        {
            "device": kind,
            "configured": (configured[kind] or {}).get("driver"),
            "drivers": list(names),
        }
        for kind, names in device_drivers.known().items()
    ]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        typer.echo(f"{row['device']}: {row['configured'] or 'not configured'} (installed: {', '.join(row['drivers'])})")


@app.command("status")
@told
def status(
    device: Annotated[str | None, typer.Argument(help="Device class; all when left out.")] = None,
    config: Config = None,
    as_json: Json = False,
) -> None:
    """Ask the configured devices how they are."""
    devices = settings_from(config).devices
    kinds = [device] if device else list(GROUPS)
    rows: list[dict[str, Any]] = []
    for kind in kinds:
        if kind not in GROUPS:
            known = ", ".join(GROUPS)
            raise CommandError("bad_usage", f"there is no device class {kind!r}", f"one of: {known}", Exit.BAD_USAGE)
        settings = getattr(devices, kind)
        if settings is None:
            rows.append({"device": kind, "status": "not_configured", "error": None, "warnings": []})
            continue
        try:
            health = health_of(device_drivers.make(kind, settings.driver, settings.options))
        except device_drivers.DriverError as error:
            raise CommandError("bad_driver", str(error), "run: kiosk devices list", Exit.BAD_USAGE) from None
        rows.append(
            {
                "device": kind,
                "status": health.status.value,
                "error": health.error.value if health.error else None,
                "warnings": list(health.warnings),
            }
        )
    for row in [] if as_json else rows:
        typer.echo(": ".join(str(part) for part in (row["device"], row["status"], row["error"]) if part))
    if as_json:
        typer.echo(json.dumps(rows))


@app.command("read")
@told
def read(
    device: Annotated[str, typer.Argument(help="id_card_reader")],
    port: Annotated[str, typer.Option(help="pyserial URL: /dev/ttyUSB0, socket://host:port.")],
    driver: Driver = "samv",
    timeout: Annotated[float, typer.Option(min=0.1, max=600, help="Seconds to wait for a card.")] = 15.0,
    option: Options = None,
    photo: Annotated[Path | None, typer.Option(help="Write the photograph here, if a decoder is installed.")] = None,
    as_json: Json = False,
) -> None:
    """Read one card."""
    _expect(device, "id_card_reader")
    with opened(device, driver, {"port": port} | _settings(option)) as reader:
        found = cast(IdCardReader, reader).read_card(timeout, CancelToken())
    card = found.as_json()
    if photo is not None:
        picture = decode_photo(found.photo)
        if picture is None:
            raise CommandError("no_decoder", "no installed decoder can read the photograph", "see docs/drivers.md")
        _store(photo, picture)
    if as_json:
        typer.echo(json.dumps(card, ensure_ascii=False))
        return
    for name, value in card.items():
        typer.echo(f"{name}: {value or ''}")


@app.command("scan")
@told
def scan(
    device: Annotated[str, typer.Argument(help="document_scanner")],
    source: Annotated[str, typer.Option(help="Camera device, stream address, or image file.")],
    out: Annotated[Path, typer.Option(help="Folder for the rectified page.")],
    driver: Driver = "camera",
    option: Options = None,
    feeder: Annotated[bool, typer.Option(help="Draw in all sheets of the feeder; also write them as one PDF.")] = False,
    as_json: Json = False,
) -> None:
    """Take one page: its corners, what is wrong with it, the codes on it, and the rectified picture."""
    _expect(device, "document_scanner")
    settings = {"source": source} | ({"feeder": True} if feeder else {}) | _settings(option)
    with opened(device, driver, settings) as scanner:
        captures = list(_sheets(cast(DocumentScanner, scanner), feeder))
    if not feeder:
        result = _told(captures[0], out / "page.jpg")
    else:
        pages = [_told(capture, out / f"page-{number}.jpg") for number, capture in enumerate(captures, start=1)]
        pdf = as_pdf([capture.page for capture in captures if capture.page is not None])
        result = {"pages": pages, "pdf": str(_store(out / "pages.pdf", pdf))}
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    for name, value in result.items():
        typer.echo(f"{name}: {'none' if value in (None, []) else value}")


def _sheets(scanner: DocumentScanner, feeder: bool) -> Iterator[Capture]:
    """One capture, or one of every sheet in the feeder."""
    yield scanner.capture(CAPTURE_WAIT, CancelToken())
    while feeder:
        try:
            yield scanner.capture(CAPTURE_WAIT, CancelToken())
        except DeviceError as error:
            if error.code is ErrorCode.FEEDER_EMPTY:
                return
            raise


def _told(capture: Capture, path: Path) -> dict[str, Any]:
    """A capture as the command tells it; its page written to `path`."""
    image = None if capture.page is None else str(_store(path, capture.page))
    return {
        "size": list(capture.size),
        "corners": None if capture.corners is None else [[round(x, 1), round(y, 1)] for x, y in capture.corners],
        "verdicts": [verdict.value for verdict in capture.verdicts],
        "sharpness": round(capture.sharpness, 2),
        "codes": [{"kind": code.kind, "text": code.text} for code in capture.codes],
        "image": image,
    }


@app.command("print")
@told
def print_(
    device: Annotated[str, typer.Argument(help="receipt_printer")],
    port: Annotated[str, typer.Option(help="socket://host:port, /dev/ttyUSB0, /dev/usb/lp0.")],
    driver: Driver = "escpos",
    text: Annotated[Path | None, typer.Option(help="Text file (UTF-8) instead of the sample slip.")] = None,
    option: Options = None,
    as_json: Json = False,
) -> None:
    """Print a sample slip, or a text, and say whether the printer confirmed it."""
    from drivers.receipt_printer.sample import sample_slip, slip_from_text

    _expect(device, "receipt_printer")
    try:
        slip = slip_from_text(text.read_text("utf-8")) if text else sample_slip()
    except (OSError, UnicodeDecodeError):
        raise CommandError("bad_file", f"{text} cannot be read", "give a UTF-8 text file", Exit.BAD_USAGE) from None
    outcome = print_on(driver, {"port": port} | _settings(option), slip)
    typer.echo(json.dumps({"outcome": outcome.value}) if as_json else outcome.value)


def print_on(driver: str, options: dict[str, Any], slip: Sequence[SlipElement]) -> PrintOutcome:
    """Print a slip on a printer that no other program uses. Raises CommandError."""
    with opened("receipt_printer", driver, options) as printer:
        return cast(ReceiptPrinter, printer).print_slip(slip, PRINT_WAIT, CancelToken())


def _settings(option: list[str] | None) -> dict[str, Any]:
    """`dots=640` as {"dots": 640}; true and false as such. Raises CommandError."""
    found: dict[str, Any] = {}
    for item in option or []:
        key, equals, value = item.partition("=")
        if not equals:
            raise CommandError("bad_usage", f"{item!r} is no KEY=VALUE", "for example: dots=640", Exit.BAD_USAGE)
        found[key] = int(value) if value.isdigit() else {"true": True, "false": False}.get(value, value)
    return found


def _expect(device: str, kind: str) -> None:
    if device != kind:
        raise CommandError("bad_usage", f"{device!r} cannot do this", f"use {kind}", Exit.BAD_USAGE)


def _store(path: Path, data: bytes) -> Path:
    from offline_queue.files import write_durably

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, data)
    except OSError as error:
        raise CommandError(
            "cannot_write", f"{path} cannot be written: {error.strerror}", "give another --out"
        ) from None
    return path
