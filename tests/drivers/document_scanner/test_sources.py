"""V4L2 cameras as they misbehave, at OpenCV's door, since a kernel without cameras has no lower one."""

from __future__ import annotations

import cv2
import pytest

from drivers.document_scanner import sources
from drivers.document_scanner.camera import CameraScanner
from drivers.document_scanner.sources import MJPG, opened
from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.simulators.desk_scene import Scene, draw
from drivers.simulators.papers import PAPERS

DEVICE = "/dev/v4l/by-id/usb-sample-camera"
FULL, LIVE, SMALL = (1600, 1200), (1280, 960), (640, 480)
MODES = {FULL, LIVE, SMALL}


class Desk:
    """What the cameras of one test share: how they behave, and who was opened and released."""

    def __init__(self, obeys):
        self.obeys = obeys
        self.cameras = []
        self.gone = False
        self.pictures = {size: draw(Scene(size, PAPERS["lease"]()), 0) for size in MODES}

    def camera(self, source, backend):
        assert (source, backend) == (DEVICE, cv2.CAP_V4L2)
        self.cameras.append(Camera(self))
        return self.cameras[-1]


class Camera:
    """Repeats every wish when asked for its settings; its frames follow them only as `obeys` says."""

    def __init__(self, desk):
        self.desk = desk
        self.settings = []
        self.released = False

    def isOpened(self):
        return not self.desk.gone

    def set(self, name, value):
        self.settings.append((name, value))
        return True

    def get(self, name):
        return dict(self.settings).get(name, 0.0)

    def read(self):
        if self.desk.gone or self.released:
            return False, None
        return True, self.desk.pictures[self.desk.obeys(self.settings)].copy()

    def release(self):
        self.released = True


def asked(settings):
    values = dict(settings)
    size = (values.get(cv2.CAP_PROP_FRAME_WIDTH), values.get(cv2.CAP_PROP_FRAME_HEIGHT))
    return size if size in MODES else SMALL


def format_first(settings):
    names = [name for name, _ in settings]
    ready = cv2.CAP_PROP_FOURCC in names and names.index(cv2.CAP_PROP_FOURCC) < names.index(cv2.CAP_PROP_FRAME_WIDTH)
    return asked(settings) if ready else SMALL


def size_first(settings):
    names = [name for name, _ in settings]
    ready = cv2.CAP_PROP_FOURCC in names and names.index(cv2.CAP_PROP_FOURCC) > names.index(cv2.CAP_PROP_FRAME_WIDTH)
    return asked(settings) if ready else SMALL


def no_format(settings):
    return SMALL if cv2.CAP_PROP_FOURCC in dict(settings) else asked(settings)


def never(settings):
    return SMALL


@pytest.fixture
def desk(monkeypatch, request):
    made = Desk(getattr(request, "param", format_first))
    monkeypatch.setattr(sources.cv2, "VideoCapture", made.camera)
    return made


@pytest.mark.parametrize(
    ("desk", "tries"),
    [(format_first, 1), (size_first, 2), (no_format, 3)],
    indirect=["desk"],
    ids=["format first", "size first", "no format"],
)
def test_the_size_asked_for_is_reached_whatever_the_order_it_takes(desk, tries):
    found = opened(DEVICE, FULL)
    assert found.capture.read()[1].shape == (1200, 1600, 3)
    assert len(desk.cameras) == tries
    assert all(camera.released for camera in desk.cameras[:-1])


@pytest.mark.parametrize("desk", [never], indirect=True)
def test_a_camera_that_only_says_yes_is_used_as_it_is_and_told_of(desk):
    with CameraScanner(DEVICE, *FULL, *LIVE) as scanner:
        health = scanner.status()
        assert (health.status, health.error, health.warnings) == (Status.ONLINE, None, ("small_picture",))
        assert scanner.capture(10.0, CancelToken()).size == SMALL


def test_the_live_picture_is_small_and_the_page_is_taken_at_full_size(desk):
    with CameraScanner(DEVICE, *FULL, *LIVE) as scanner:
        assert scanner.status().warnings == ()
        for _ in range(2):
            assert next(scanner.preview(CancelToken())).image.shape == (960, 1280, 3)
            capture = scanner.capture(20.0, CancelToken())
            assert capture.size == FULL
            assert capture.page is not None
        assert scanner.counters() == {"pages": 2}
    assert all(camera.released for camera in desk.cameras)


@pytest.mark.parametrize("desk", [never], indirect=True)
def test_without_a_wish_the_camera_keeps_its_own_mode(desk):
    opened(DEVICE, (0, 0))
    assert desk.cameras[0].settings == [(cv2.CAP_PROP_FOURCC, MJPG), (cv2.CAP_PROP_BUFFERSIZE, 1)]


def test_a_camera_that_is_pulled_out_is_gone_until_it_is_back(desk):
    with CameraScanner(DEVICE, *FULL) as scanner:
        desk.gone = True
        with pytest.raises(DeviceError) as caught:
            scanner.capture(10.0, CancelToken())
        assert caught.value.code in (ErrorCode.NO_PICTURE, ErrorCode.NO_DEVICE)
        with pytest.raises(DeviceError) as caught:
            scanner.open()
        assert caught.value.code is ErrorCode.NO_DEVICE
        desk.gone = False
        scanner.open()
        assert scanner.capture(20.0, CancelToken()).page is not None


@pytest.mark.parametrize("desk", [never], indirect=True)
def test_settings_read_back_repeat_the_wish_while_frames_keep_their_size(desk):
    found = opened(DEVICE, FULL)
    assert found.capture.get(cv2.CAP_PROP_FRAME_WIDTH) == FULL[0]
    assert found.capture.read()[1].shape == (480, 640, 3)
