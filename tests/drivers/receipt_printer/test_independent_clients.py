"""Programs that we did not write get right answers from the simulated printer, and right paper out of it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from escpos.printer import Network
from PIL import Image

from drivers.simulators.printer_logic import PrinterLogic
from drivers.simulators.receipt_printer import Paper, SimulatedPrinter

CACHE = Path(__file__).parents[3] / "build" / "npm"
PACKAGES = ("receiptio@2.1.2", "receiptline@4.0.4")
MARKDOWN = "^^^RECEIPT\n\n居住登记 | 1\n---\n{code:3701022611240007; option:qrcode,4,m}\n"


@pytest.fixture
def simulator():
    with SimulatedPrinter() as printer:
        yield printer


@pytest.fixture(scope="session")
def node_modules():
    """The packages, fetched once into the build folder."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed; the other clients of this file run without them")
    if not (CACHE / "node_modules" / "receiptio").is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(CACHE), *PACKAGES]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
        if done.returncode != 0:
            pytest.skip("npm cannot fetch receiptio here; the other clients of this file run without it")
    return CACHE / "node_modules"


def address(simulator):
    host, port = simulator.url.removeprefix("socket://").split(":")
    return host, int(port)


def code_on(slip):
    [code] = zxingcpp.read_barcodes(Image.open(io.BytesIO(slip.png)))
    return code.text


def receiptio(simulator, node_modules, *arguments, text=None):
    """Run its function in node: the printer's name must be an address without port, so the socket is redirected."""
    script = (
        "const net = require('net'); const connect = net.Socket.prototype.connect;"
        f"net.Socket.prototype.connect = function (o, f) {{ return connect.call(this, {{port: {address(simulator)[1]},"
        " host: '127.0.0.1'}, f); };"
        "const r = require('receiptio');"
        "r.print(process.argv[1], process.argv[2]).then(x => { console.log(x); process.exit(0); });"
    )
    options = " ".join(("-d 127.0.0.1", *arguments))
    command = ["node", "-e", script, text or "", options]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"NODE_PATH": str(node_modules), "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    return done.stdout.strip() or done.stderr


def test_receiptio_prints(simulator, node_modules):
    assert receiptio(simulator, node_modules, "-p escpos -c 48 -l zh", text=MARKDOWN) == "success"
    slip = simulator.wait_slip()
    assert "RECEIPT" in slip.text
    assert "居住登记" in slip.text
    assert code_on(slip) == "3701022611240007"


@pytest.mark.parametrize(
    ("knob", "value", "answer"),
    [
        (None, None, "online"),
        ("cover_open", True, "coveropen"),
        ("paper", Paper.OUT, "paperempty"),
        ("broken", True, "error"),
    ],
)
def test_receiptio_asks_how_it_is(simulator, node_modules, knob, value, answer):
    if knob:
        setattr(simulator, knob, value)
    assert receiptio(simulator, node_modules, "-p escpos -q") == answer


def test_receiptline_draws_what_the_paper_shows(node_modules):
    script = (
        "const {transform} = require('receiptline');"
        "const bytes = transform(process.argv[1], {cpl: 48, encoding: 'gb18030', command: 'escpos', cutting: true});"
        "process.stdout.write(Buffer.from(bytes, 'binary'));"
    )
    done = subprocess.run(
        ["node", "-e", script, MARKDOWN],
        capture_output=True,
        timeout=60,
        check=True,
        env={"NODE_PATH": str(node_modules), "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    logic = PrinterLogic()
    logic.hear(done.stdout)
    assert logic.work()[-1] & 0x90 == 0, "its closing GS r is answered"
    assert "居住登记" in logic.slips[-1].text
    assert "─" * 10 in logic.slips[-1].text
    assert code_on(logic.slips[-1]) == "3701022611240007"


@pytest.fixture
def python_escpos(simulator):
    host, port = address(simulator)
    client = Network(host, port=port, timeout=5, profile="default")
    yield client
    client.close()


def test_python_escpos_prints(simulator, python_escpos):
    python_escpos.text("Hello kiosk\n")
    python_escpos.qr("3701022611240007", native=True, size=6)
    python_escpos.cut()
    slip = simulator.wait_slip()
    assert "Hello kiosk" in slip.text
    assert code_on(slip) == "3701022611240007"


@pytest.mark.parametrize("impl", ["bitImageRaster", "graphics", "bitImageColumn"])
def test_python_escpos_draws_pictures(simulator, python_escpos, impl):
    picture = Image.new("1", (192, 96), 1)
    picture.paste(0, (48, 24, 144, 72))
    python_escpos.image(picture, impl=impl)
    python_escpos.cut(feed=False)
    paper = Image.open(io.BytesIO(simulator.wait_slip().png)).convert("L")
    black = sum(paper.histogram()[:128])
    assert black == pytest.approx(96 * 48, rel=0.05)


@pytest.mark.parametrize(("paper", "level"), [(Paper.OK, 2), (Paper.NEAR_END, 1), (Paper.OUT, 0)])
def test_python_escpos_sees_the_paper(simulator, python_escpos, paper, level):
    simulator.paper = paper
    assert python_escpos.paper_status() == level
