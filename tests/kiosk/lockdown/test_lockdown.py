"""A terminal locked down: its firewall names what the configuration names, its files are sound, all can be undone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from config.settings import Settings, SettingsError, load
from kiosk.cli import app
from kiosk.lockdown import deeds, places
from kiosk.lockdown import ways as ways_of
from kiosk.lockdown.ruleset import ruleset
from kiosk.lockdown.ways import Way, looked_up, ways

FOLDER = Path(__file__).parents[3] / "installer" / "lockdown"
NOWHERE = Path("/nowhere")

CITY = {
    "intake": {"url": "https://intake.city.example:8443"},
    "devices": {
        "receipt_printer": {"driver": "escpos", "port": "socket://192.0.2.7"},
        "id_card_reader": {"driver": "samv", "port": "/dev/ttyUSB0"},
        "document_scanner": {"driver": "camera", "source": "rtsp://192.0.2.8/live"},
    },
    "lockdown": {
        "dns": ["192.0.2.53", "2001:db8::53"],
        "ntp": ["192.0.2.12"],
        "updates": ["deb.example"],
        "maintenance": ["192.0.2.0/28", "2001:db8:1::/64"],
    },
}
KNOWN = {"intake.city.example": ("198.51.100.1", "2001:db8::1"), "deb.example": ("203.0.113.5",)}


def rules(table: dict) -> str:
    settings = Settings.model_validate(table)
    found = ways(settings, NOWHERE)
    addresses = {way.host: KNOWN.get(way.host, (way.host,)) for way in found}
    return ruleset(found, addresses, settings.lockdown.maintenance)


def chain(text: str, name: str) -> list[str]:
    body = re.search(rf"chain {name} {{\n(.*?)\n    }}", text, re.S)
    assert body
    return [line.strip() for line in body[1].splitlines()]


def test_out_only_to_what_the_configuration_names():
    out = chain(rules(CITY), "output")
    assert out[0] == "type filter hook output priority filter; policy drop;"
    assert out[-1] == "reject with icmpx admin-prohibited"
    assert [line for line in out if "daddr" in line] == [
        'ip daddr 198.51.100.1 tcp dport 8443 accept comment "intake"',
        'ip6 daddr 2001:db8::1 tcp dport 8443 accept comment "intake"',
        'ip daddr 192.0.2.8 tcp dport 554 accept comment "document_scanner"',
        'ip daddr 192.0.2.7 tcp dport 9100 accept comment "receipt_printer"',
        'ip daddr 192.0.2.53 udp dport 53 accept comment "dns"',
        'ip daddr 192.0.2.53 tcp dport 53 accept comment "dns"',
        'ip6 daddr 2001:db8::53 udp dport 53 accept comment "dns"',
        'ip6 daddr 2001:db8::53 tcp dport 53 accept comment "dns"',
        'ip daddr 192.0.2.12 udp dport 123 accept comment "ntp"',
        'ip daddr 203.0.113.5 tcp dport 80 accept comment "updates"',
        'ip daddr 203.0.113.5 tcp dport 443 accept comment "updates"',
    ]


def test_in_comes_nobody_but_maintenance():
    into = chain(rules(CITY), "input")
    assert into[0] == "type filter hook input priority filter; policy drop;"
    assert [line for line in into if "tcp" in line] == [
        'ip saddr 192.0.2.0/28 tcp dport 22 accept comment "maintenance"',
        'ip6 saddr 2001:db8:1::/64 tcp dport 22 accept comment "maintenance"',
    ]
    shut = chain(rules({"intake": CITY["intake"]}), "input")
    assert not any("tcp" in line for line in shut)
    assert chain(rules(CITY), "forward") == ["type filter hook forward priority filter; policy drop;"]


ADDRESSES = st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)).map(str)
"""Written as those are that were looked up."""


@given(
    st.lists(st.builds(Way, st.sampled_from(["intake", "dns", "ntp"]), st.just("host"), st.just("tcp"), st.just(443))),
    st.lists(ADDRESSES, max_size=4),
)
def test_no_other_address_is_ever_in_the_rules(found, addresses):
    text = ruleset(found, {"host": addresses})
    assert set(re.findall(r"daddr (\S+)", text)) == (set(addresses) if found else set())
    assert "saddr" not in text
    for line in chain(text, "output"):
        # accepted without an address: this machine, what was begun, and what an address is got and found by
        assert "accept" not in line or "daddr" in line or re.match(r"oif \"lo\"|ct state|icmpv6|udp sport 68", line)


@pytest.mark.parametrize("host", ['a"; accept', "a b", "a\nb", "-a", "a;", "{", "*", ""])
@pytest.mark.parametrize("key", ["ntp", "updates", "dns", "maintenance"])
def test_nothing_but_a_host_gets_into_the_rules(tmp_path, key, host):
    file = tmp_path / "kiosk.toml"
    file.write_text(f"[lockdown]\n{key} = [{json.dumps(host)}]\n")
    with pytest.raises(SettingsError, match=rf"lockdown\.{key}"):
        load(file)


def test_name_servers_are_those_of_the_machine_where_none_is_named(tmp_path):
    resolver = tmp_path / "resolv.conf"
    resolver.write_text(
        "nameserver 192.0.2.53\nnameserver 127.0.0.53\nnameserver evil; accept\nnameserver fe80::1%eth0\nsearch a\n"
    )
    assert {way.host for way in ways(Settings(), resolver)} == {"192.0.2.53"}


def test_a_name_that_leads_to_this_machine_or_nowhere_opens_nothing(monkeypatch):
    def answers(host, *_, **__):
        if host == "unknown.example":
            raise OSError
        return [(0, 0, 0, "", (address, 0)) for address in ("127.0.0.1", "198.51.100.1", "fe80::1%eth0")]

    monkeypatch.setattr(ways_of.socket, "getaddrinfo", answers)
    found = tuple(Way("intake", host, "tcp", 443) for host in ("city.example", "unknown.example"))
    addresses = looked_up(found)
    assert addresses == {"city.example": ("198.51.100.1",), "unknown.example": ()}


@pytest.mark.parametrize("holds", [True, False])
def test_while_a_name_is_not_known_the_rules_that_hold_stay(monkeypatch, holds):
    loaded = []

    def run(command, given=""):
        if command[1] == "list":
            return "" if holds else "no such table"
        loaded.append(given)
        return ""

    monkeypatch.setattr(deeds, "_run", run)
    monkeypatch.setattr(ways_of, "_addresses", lambda host: ())
    found = deeds.firewall(Settings.model_validate({"intake": CITY["intake"]}))
    assert not found.good
    assert "intake.city.example" in found.says
    assert bool(loaded) is not holds, "at the start nothing else holds: what is known is let out, nothing comes in"


@pytest.mark.skipif(shutil.which("nft") is None, reason="there is no nft")
@pytest.mark.parametrize("table", [CITY, {}, {"intake": CITY["intake"]}])
def test_nft_takes_the_rules(table):
    command = ["nft", "-c", "-f", "-"]
    done = subprocess.run(command, input=rules(table), capture_output=True, text=True, timeout=30, check=False)
    if "permitted" in done.stderr:
        pytest.skip("nft may not look at the kernel here")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze")
def test_systemd_takes_the_units(tmp_path):
    for unit in FOLDER.glob("kiosk-*"):
        text = unit.read_text("utf-8")
        (tmp_path / unit.name).write_text(text.replace("/opt/kiosk/bin/kiosk", "/bin/true"))
    instance = tmp_path / "kiosk-stick@sda1.service"
    instance.write_text((tmp_path / "kiosk-stick@.service").read_text())
    units = [tmp_path / "kiosk-firewall.service", tmp_path / "kiosk-firewall.timer", instance]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *units],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "kiosk" in line]
    assert (done.returncode, told) == (0, [])


def test_a_stick_can_start_nothing_and_is_the_only_storage_that_is_mounted():
    unit = (FOLDER / "kiosk-stick@.service").read_text()
    [mount] = [line for line in unit.splitlines() if "/usr/bin/mount" in line]
    options = set(re.search(r"-o (\S+)", mount)[1].split(","))
    assert options >= {"noexec", "nosuid", "nodev", "uid=kiosk", "fmask=0177", "dmask=0077"}
    assert re.search(r"-t (\S+)", mount)[1] == "vfat,exfat"
    assert mount.endswith("/dev/%I /media/stick-%I")
    lines = [line for line in (FOLDER / "stick.rules").read_text().splitlines() if line and not line.startswith("#")]
    assert all('ENV{ID_BUS}=="usb"' in line for line in lines)
    assert 'ENV{UDISKS_IGNORE}="1"' in lines[0]
    guard = [line for line in (FOLDER / "usbguard.conf").read_text().splitlines() if not line.startswith("#")]
    assert guard[-1] == "reject"
    assert all(line.startswith("allow with-interface equals { 08:06:50") for line in guard[:-1])


def test_the_kernel_s_keys_are_dead_and_it_keeps_no_cores():
    found = deeds.settings_of((FOLDER / "sysctl.conf").read_text())
    wanted = {
        "kernel.sysrq": "0",
        "kernel.ctrl-alt-del": "0",
        "kernel.core_pattern": "|/bin/false",
        "fs.suid_dumpable": "0",
        "net.ipv4.ip_forward": "0",
    }
    assert found.items() >= wanted.items()
    lines = [line for line in (FOLDER / "sysctl.conf").read_text().splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(found), "no key twice"
    for line in lines:
        assert re.fullmatch(r"[a-z][a-z0-9_.-]+ = (\d+|\|/bin/false)", line), line


def test_no_console_is_left_to_log_in_at():
    logind = (FOLDER / "logind.conf").read_text()
    assert "\nNAutoVTs=0\nReserveVT=0\n" in logind
    assert {"getty@.service", "autovt@.service", "serial-getty@.service", "ctrl-alt-del.target"} <= {*places.MASKED}


def test_locked_down_looked_at_and_undone(tmp_path):
    root = tmp_path / "root"
    own = root / "etc/systemd/system/mine.service"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    settings = Settings.model_validate(CITY)
    before = {part.part: part.good for part in deeds.status(settings, root)}
    assert not any(before.values())
    told = [*deeds.apply(settings, root)]
    assert told[0].good
    assert [*deeds.apply(settings, root)] == told, "twice is once"
    assert {path.name for path in FOLDER.iterdir()} == {*places.FILES, "usbguard.conf"}, "each file has its place"
    assert all(part.good for part in deeds.status(settings, root))
    assert 'Unattended-Upgrade "1"' in (root / "etc/apt/apt.conf.d/52kiosk-upgrades").read_text()
    (root / places.FILES["sysctl.conf"]).write_text("kernel.sysrq = 1\n")
    assert [part.part for part in deeds.status(settings, root) if not part.good] == ["sysctl.conf"]
    [*deeds.undo(root)]
    assert [path for path in root.rglob("*") if not path.is_dir()] == [own]


def test_what_the_first_start_could_write_is_roots_alone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(deeds, "OWNER", os.geteuid())
    file = tmp_path / places.CONFIGURATION
    file.parent.mkdir(parents=True)
    file.parent.chmod(0o775)
    file.write_text("[sound]\nvolume = 40\n")
    file.chmod(0o664)
    held = file.open("a")
    if os.geteuid() == 0:
        os.chown(file.parent, 0, 12345)
        os.chown(file, 12345, 12345)
    theirs = [part for part in deeds.status(Settings(), tmp_path) if part.part == "configuration"]
    assert [part.good for part in theirs] == [False]
    assert str(file) in theirs[0].says
    umask = os.umask(0o077)
    [*deeds.apply(Settings(), tmp_path)]
    os.umask(umask)
    for path, mode in ((file.parent, 0o755), (file, 0o644)):
        found = path.stat()
        assert (found.st_mode & 0o777, found.st_uid, found.st_gid) == (mode, os.geteuid(), found.st_gid)
    assert [part.good for part in deeds.status(Settings(), tmp_path) if part.part == "configuration"] == [True]
    # whoever had it open for writing writes into the old one
    held.write("evil = 1\n")
    held.close()
    assert file.read_text() == "[sound]\nvolume = 40\n"


def test_a_link_in_place_of_the_configuration_is_not_followed(tmp_path, monkeypatch):
    monkeypatch.setattr(deeds, "OWNER", os.geteuid())
    secret = tmp_path / "secret"
    secret.write_text("secret")
    secret.chmod(0o600)
    file = tmp_path / places.CONFIGURATION
    file.parent.mkdir(parents=True)
    file.symlink_to(secret)
    with pytest.raises(OSError, match="symbolic"):
        [*deeds.apply(Settings(), tmp_path)]
    assert secret.stat().st_mode & 0o777 == 0o600
    assert not any(part.good for part in deeds.status(Settings(), tmp_path) if part.part == "configuration")


def test_updates_are_off_when_no_server_is_named(tmp_path):
    [*deeds.apply(Settings(), tmp_path)]
    assert 'Unattended-Upgrade "0"' in (tmp_path / "etc/apt/apt.conf.d/52kiosk-upgrades").read_text()


def test_nobody_is_locked_out_by_mistake(tmp_path, monkeypatch):
    config = tmp_path / "kiosk.toml"
    monkeypatch.setenv("KIOSK_CONFIG", str(config))
    config.write_text(f'data_dir = "{tmp_path / "data"}"\n')

    def kiosk(*arguments):
        return CliRunner().invoke(app, ["lockdown", *arguments])

    root = ("--root", str(tmp_path / "root"))
    refused = kiosk("apply", *root)
    assert (refused.exit_code, "maintenance" in refused.output) == (4, True)
    assert not (tmp_path / "root").exists()
    config.write_text(config.read_text() + '[lockdown]\nmaintenance = ["10.0.0.0/8"]\n')
    running = kiosk("apply")
    assert (running.exit_code, "first start" in running.output) == (4, True)
    shown = kiosk("show")
    assert 'ip saddr 10.0.0.0/8 tcp dport 22 accept comment "maintenance"' in shown.stdout
    status = kiosk("status", "--json", *root)
    assert status.exit_code == 3
    assert {part["good"] for part in json.loads(status.stdout)} == {False}
