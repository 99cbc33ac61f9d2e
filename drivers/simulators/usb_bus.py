"""A simulated USB bus below pyusb: one device with bulk endpoints, whose bytes a simulator hears and answers."""

from __future__ import annotations

import array
import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

PACKET = 64
"""Bytes of a full-speed bulk packet."""

NO_DEVICE = 19
TIMED_OUT = 110
"""ENODEV and ETIMEDOUT, as libusb reports them."""


class UsbBus(usb.backend.IBackend):  # type: ignore[misc]
    """`hear` gets what is written and the endpoint it came on, and answers bytes; `work` is polled for more.

    `endpoints` are addresses: 0x80 set means IN. `split` sends an answer's first bytes on the first IN endpoint and
    the rest on the second, as card-reader modules do. `interface_class` is a
    printer's. Set `plugged` to pull the cable.
    """

    def __init__(
        self,
        vendor: int,
        product: int,
        hear: Callable[[bytes], bytes],
        work: Callable[[], bytes] = bytes,
        endpoints: tuple[int, ...] = (0x02, 0x81),
        split: int = 0,
        interface_class: int = 7,
    ) -> None:
        super().__init__()
        self._ids = (vendor, product)
        self._hear, self._work = hear, work
        self._endpoints = endpoints
        self._split = split
        self._interface_class = interface_class
        self._waiting: dict[int, bytearray] = {e: bytearray() for e in endpoints if e & 0x80}
        self._lock = threading.Lock()
        self.plugged = True

    def enumerate_devices(self) -> Iterator[str]:
        """The device, while it is plugged in."""
        return iter(["device"] if self.plugged else [])

    def get_device_descriptor(self, dev: Any) -> Any:
        """See usb.backend.IBackend."""
        del dev
        names = "bLength bDescriptorType bcdUSB bDeviceClass bDeviceSubClass bDeviceProtocol bcdDevice iManufacturer"
        fields: dict[str, Any] = dict.fromkeys((names + " iProduct iSerialNumber").split(), 0)
        fields |= {"bMaxPacketSize0": PACKET, "idVendor": self._ids[0], "idProduct": self._ids[1]}
        fields |= {"bNumConfigurations": 1, "bus": 1, "address": 1, "port_number": 1, "port_numbers": (1,), "speed": 2}
        return SimpleNamespace(**fields)

    def get_configuration_descriptor(self, dev: Any, config: int) -> Any:
        """See usb.backend.IBackend."""
        del dev, config
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=1,
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0x80,
            bMaxPower=50,
            extra_descriptors=b"",
        )

    def get_interface_descriptor(self, dev: Any, intf: int, alt: int, config: int) -> Any:
        """See usb.backend.IBackend."""
        del dev, config
        if intf or alt:
            raise IndexError
        fields = dict.fromkeys(("bInterfaceNumber", "bAlternateSetting", "bInterfaceSubClass", "iInterface"), 0)
        return SimpleNamespace(
            **fields,
            bLength=9,
            bDescriptorType=4,
            bNumEndpoints=len(self._endpoints),
            bInterfaceClass=self._interface_class,
            bInterfaceProtocol=2,
            extra_descriptors=b"",
        )

    def get_endpoint_descriptor(self, dev: Any, ep: int, intf: int, alt: int, config: int) -> Any:
        """See usb.backend.IBackend."""
        del dev, intf, alt, config
        fields = dict.fromkeys(("bInterval", "bRefresh", "bSynchAddress"), 0)
        return SimpleNamespace(
            **fields,
            bLength=7,
            bDescriptorType=5,
            bEndpointAddress=self._endpoints[ep],
            bmAttributes=2,
            wMaxPacketSize=PACKET,
            extra_descriptors=b"",
        )

    def open_device(self, dev: Any) -> Any:
        """See usb.backend.IBackend."""
        self._alive()
        return dev

    def close_device(self, dev_handle: Any) -> None:
        """See usb.backend.IBackend."""

    def get_configuration(self, dev_handle: Any) -> int:
        """See usb.backend.IBackend."""
        del dev_handle
        return 1

    def set_configuration(self, dev_handle: Any, config_value: int) -> None:
        """See usb.backend.IBackend."""

    def claim_interface(self, dev_handle: Any, intf: int) -> None:
        """See usb.backend.IBackend."""
        del dev_handle, intf
        self._alive()

    def release_interface(self, dev_handle: Any, intf: int) -> None:
        """See usb.backend.IBackend."""

    def bulk_write(self, dev_handle: Any, ep: int, intf: int, data: Any, timeout: int) -> int:
        """Bytes from the host."""
        del dev_handle, ep, intf, timeout
        self._alive()
        with self._lock:
            self._answer(self._hear(bytes(data)))
        return len(data)

    def bulk_read(self, dev_handle: Any, ep: int, intf: int, buff: array.array[int], timeout: int) -> int:
        """Bytes to the host, whole packets at most as many as asked for."""
        del dev_handle, intf
        end = time.monotonic() + timeout / 1000
        while True:
            self._alive()
            with self._lock:
                self._answer(self._work())
                waiting = self._waiting[ep]
                if waiting:
                    count = min(len(waiting), len(buff))
                    buff[:count] = array.array("B", waiting[:count])
                    del waiting[:count]
                    return count
            if time.monotonic() >= end:
                raise usb.core.USBTimeoutError("timed out", None, TIMED_OUT)
            time.sleep(0.001)

    def _answer(self, data: bytes) -> None:
        queues = list(self._waiting.values())
        if self._split and len(queues) > 1:
            queues[0].extend(data[: self._split])
            queues[1].extend(data[self._split :])
        elif queues:
            queues[0].extend(data)

    def _alive(self) -> None:
        if not self.plugged:
            raise usb.core.USBError("no such device", None, NO_DEVICE)
