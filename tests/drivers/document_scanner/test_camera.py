"""The driver against the simulated camera, and picture files good and bad."""

from __future__ import annotations

import io
import socket
import threading

import cv2
import numpy as np
import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from drivers.document_scanner.camera import CameraScanner, read_picture
from drivers.document_scanner.page import Verdict
from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.simulators.document_camera import SimulatedCamera
from drivers.simulators.papers import PAPERS


@pytest.fixture(scope="module")
def camera():
    with SimulatedCamera() as simulated:
        yield simulated


@pytest.fixture(scope="module")
def scanner(camera):
    with CameraScanner(camera.url) as opened:
        yield opened


@pytest.fixture
def laid(camera):
    camera.blur, camera.dark, camera.glare, camera.shift = 0, 0.0, False, 0
    camera.lay(PAPERS["lease"]())
    yield camera
    camera.blur, camera.dark, camera.glare, camera.shift = 0, 0.0, False, 0


def shot_until(scanner, condition):
    """Captures until the knob that was turned has reached the stream."""
    for _ in range(12):
        capture = scanner.capture(10, CancelToken())
        if condition(capture):
            return capture
    return capture


def test_a_clean_page(scanner, laid):
    capture = shot_until(scanner, lambda c: c.corners is not None and not c.verdicts)
    assert capture.verdicts == ()
    assert capture.size == (1600, 1200)
    assert np.abs(np.array(capture.corners) - np.array(laid.true_corners)).max() < 4
    page = cv2.imdecode(np.frombuffer(capture.page, np.uint8), cv2.IMREAD_COLOR)
    assert page.shape[0] > page.shape[1] > 600


@pytest.mark.parametrize(
    ("knob", "value", "verdict"),
    [
        ("blur", 4, Verdict.BLURRED),
        ("dark", 0.68, Verdict.TOO_DARK),
        ("glare", True, Verdict.GLARE),
        ("shift", 520, Verdict.CUT_OFF),
    ],
)
def test_what_is_wrong_is_said(scanner, laid, knob, value, verdict):
    setattr(laid, knob, value)
    capture = shot_until(scanner, lambda c: verdict in c.verdicts)
    assert verdict in capture.verdicts
    if verdict is Verdict.CUT_OFF:
        assert capture.corners is None
        assert capture.page is None


def test_an_empty_desk(scanner, camera):
    camera.lift()
    capture = shot_until(scanner, lambda c: c.corners is None)
    assert capture.verdicts == (Verdict.NO_PAGE,)
    assert capture.page is None


def test_the_live_picture_shows_where_the_page_lies_and_ends_when_told(scanner, laid):
    cancel = CancelToken()
    frames = []
    for frame in scanner.preview(cancel):
        frames.append(frame)
        if frame.corners is not None or len(frames) > 40:
            cancel.cancel()
    assert np.abs(np.array(frames[-1].corners) - np.array(laid.true_corners)).max() < 12


def test_health(scanner, laid):
    assert scanner.status().status is Status.ONLINE
    assert scanner.capabilities().features["live"] is True


def test_a_stream_that_ends_is_named():
    with SimulatedCamera() as camera, CameraScanner(camera.url) as scanner:
        camera.broken = True
        with pytest.raises(DeviceError) as caught:
            for _ in range(40):
                scanner.capture(5, CancelToken())
        assert caught.value.code is ErrorCode.NO_PICTURE


@pytest.mark.parametrize("source", ["http://127.0.0.1:1/stream.mjpg", "/dev/no-such-camera"])
def test_no_camera(source):
    with pytest.raises(DeviceError) as caught:
        CameraScanner(source).open()
    assert caught.value.code in (ErrorCode.NO_DEVICE, ErrorCode.NO_PICTURE)


def test_a_server_that_is_no_camera():
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        try:
            while True:
                peer, _ = server.accept()
                with peer:
                    peer.recv(1000)
                    peer.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>hello</html>")
        except OSError:
            return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with pytest.raises(DeviceError) as caught:
        CameraScanner(f"http://127.0.0.1:{server.getsockname()[1]}/").open()
    assert caught.value.code in (ErrorCode.NO_DEVICE, ErrorCode.NO_PICTURE)
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def picture_of(camera):
    return cv2.imdecode(np.frombuffer(camera._frame(0), np.uint8), cv2.IMREAD_COLOR)


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_picture_files_are_turned_as_their_exif_says(laid, tmp_path, turned):
    upright = Image.fromarray(picture_of(laid)[:, :, ::-1])
    undo = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}[turned]
    stored = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = turned
    stored.save(tmp_path / "photo.jpg", exif=exif, quality=92)
    with CameraScanner(str(tmp_path / "photo.jpg")) as scanner:
        capture = scanner.capture(10, CancelToken())
    assert capture.size == (1600, 1200)
    assert np.abs(np.array(capture.corners) - np.array(laid.true_corners)).max() < 4


def test_codes_on_the_page_are_read(tmp_path, camera):
    buffer = io.BytesIO()
    segno.make("37010226112400013", error="m").save(buffer, kind="png", scale=10, border=4)
    code = np.asarray(Image.open(buffer).convert("RGB"))
    paper = PAPERS["lease"]().copy()
    paper[1100 : 1100 + code.shape[0], 200 : 200 + code.shape[1]] = code
    camera.lay(paper)
    cv2.imwrite(str(tmp_path / "page.png"), picture_of(camera))
    with CameraScanner(str(tmp_path / "page.png")) as scanner:
        capture = scanner.capture(10, CancelToken())
    assert [code.text for code in capture.codes] == ["37010226112400013"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", ErrorCode.BAD_PICTURE), (b"hello", ErrorCode.BAD_PICTURE), (b"\xff\xd8\xff\xe0", ErrorCode.BAD_PICTURE)],
)
def test_what_is_no_picture_is_named(tmp_path, content, code):
    path = tmp_path / "file.jpg"
    path.write_bytes(content)
    with pytest.raises(DeviceError) as caught, CameraScanner(str(path)) as scanner:
        scanner.capture(5, CancelToken())
    assert caught.value.code is code


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DeviceError) as caught:
        CameraScanner(str(tmp_path / "none.jpg")).open()
    assert caught.value.code is ErrorCode.NO_PICTURE


def test_a_picture_that_would_fill_the_memory_is_refused_unread(tmp_path):
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    (tmp_path / "huge.png").write_bytes(header + bytes(100))
    with pytest.raises(DeviceError) as caught:
        read_picture(tmp_path / "huge.png")
    assert caught.value.code is ErrorCode.BAD_PICTURE


SMALL = io.BytesIO()
Image.new("RGB", (64, 48), "white").save(SMALL, "JPEG")


def torn(at, piece):
    whole = SMALL.getvalue()
    return whole[:at] + piece + whole[at + len(piece) :]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.builds(torn, st.integers(0, 600), st.binary(max_size=8))))
def test_hostile_files_are_pictures_or_named_errors(tmp_path, content):
    path = tmp_path / "hostile"
    path.write_bytes(content)
    try:
        picture = read_picture(path)
        assert picture.ndim == 3
    except DeviceError as error:
        assert error.code is ErrorCode.BAD_PICTURE
