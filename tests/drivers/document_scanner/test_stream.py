"""The camera driver on a wire that is spoilt, unplugged and plugged in again."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.document_scanner.camera import CameraScanner
from drivers.document_scanner.jpeg_wire import picture_in
from drivers.document_scanner.stillness import Stillness
from drivers.document_scanner.warmup import MOST, WarmUp
from drivers.model import CancelToken, DeviceError, ErrorCode, Status
from drivers.simulators.document_camera import FrameSize, SimulatedCamera, Wire
from drivers.simulators.papers import PAPERS

PAGE = ((100.0, 100.0), (500.0, 100.0), (500.0, 700.0), (100.0, 700.0))


@pytest.fixture
def camera():
    with SimulatedCamera() as simulated:
        simulated.lay(PAPERS["lease"]())
        yield simulated


@pytest.mark.parametrize("wire", [Wire.HALF, Wire.NOISE])
def test_spoilt_pictures_are_no_pictures_and_it_goes_on_when_they_are_whole(camera, wire):
    camera.wire = wire
    scanner = CameraScanner(camera.url)
    with pytest.raises(DeviceError) as caught, scanner:
        scanner.capture(10.0, CancelToken())
    assert caught.value.code in (ErrorCode.NO_PICTURE, ErrorCode.NO_DEVICE)
    camera.wire = Wire.WHOLE
    with scanner:
        assert scanner.capture(20.0, CancelToken()).page is not None


def test_a_picture_that_freezes_is_named(camera):
    with CameraScanner(camera.url) as scanner:
        frames = scanner.preview(CancelToken())
        next(frames)
        camera.wire = Wire.FROZEN
        with pytest.raises(DeviceError) as caught:
            list(itertools.islice(frames, 100))
        assert caught.value.code is ErrorCode.NO_PICTURE
        assert scanner.status().status is not Status.ONLINE


def test_unplugged_and_back(camera):
    scanner = CameraScanner(camera.url)
    with scanner:
        camera.unplug()
        with pytest.raises(DeviceError) as caught:
            scanner.capture(10.0, CancelToken())
        assert caught.value.code is ErrorCode.NO_PICTURE
    with pytest.raises(DeviceError) as caught:
        scanner.open()
    assert caught.value.code is ErrorCode.NO_DEVICE
    camera.plug()
    with scanner:
        assert scanner.capture(20.0, CancelToken()).page is not None
        assert scanner.counters() == {"pages": 1}


def test_a_large_camera_shows_a_small_live_picture_and_takes_a_large_page(camera):
    camera.size = FrameSize.EIGHT_MEGAPIXELS
    with CameraScanner(camera.url) as scanner:
        frame = next(scanner.preview(CancelToken()))
        assert frame.image.shape[1] <= 1920
        assert scanner.capture(30.0, CancelToken()).size == camera.size.pixels


def test_a_page_that_lies_is_still_and_one_that_is_moved_is_not(camera):
    with CameraScanner(camera.url) as scanner:
        cancel = CancelToken()
        frames = scanner.preview(cancel)
        assert next(frames).still is False
        assert any(frame.still for frame in itertools.islice(frames, 120))
        camera.shift = 120
        assert any(not frame.still for frame in itertools.islice(frames, 60))


def test_stillness_takes_its_second():
    stillness = Stillness()
    assert [stillness.feed(PAGE, at / 10) for at in range(13)] == [False] * 10 + [True] * 3


def test_stillness_forgives_one_missed_frame_and_no_more():
    stillness = Stillness()
    for at in range(8):
        stillness.feed(PAGE, at / 10)
    stillness.feed(None, 0.8)
    assert stillness.feed(PAGE, 1.1)
    stillness.feed(None, 1.2)
    stillness.feed(None, 1.3)
    assert not stillness.feed(PAGE, 1.4)


def test_a_page_that_moves_is_not_still():
    stillness = Stillness()
    moved = [tuple((x + step * 12, y) for x, y in PAGE) for step in range(40)]
    assert not any(stillness.feed(place, index / 10) for index, place in enumerate(moved))


def test_a_camera_warms_up_until_it_is_calm_and_no_longer_than_it_may():
    calm, never = WarmUp(), WarmUp()
    for index in range(MOST):
        level = min(40 + 20 * index, 160)
        calm.feed(np.full((60, 80, 3), level, np.uint8))
        never.feed(np.full((60, 80, 3), 40 + 100 * (index % 2), np.uint8))
        if index == 5:
            assert not calm.done
        if index == 12:
            assert calm.done
            assert not never.done
    assert never.done


JPEG = cv2.imencode(".jpg", cv2.resize(PAPERS["lease"](), (160, 226)))[1].tobytes()


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(JPEG) - 1), st.integers(0, 255)), max_size=12), st.integers(0, len(JPEG)))
def test_damaged_packets_are_pictures_or_nothing(changes, end):
    data = bytearray(JPEG)
    for at, value in changes:
        data[at] = value
    for packet in (bytes(data), bytes(data[:end]), bytes(data[:end]) + b"\xff\xd9"):
        image = picture_in(packet)
        assert image is None or (image.ndim == 3 and image.dtype == np.uint8)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_packets(data):
    assert picture_in(data) is None or data.startswith(b"\xff\xd8")
