"""The manifest written by hand is the model's, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline_queue.record import manifest_of
from offline_queue.sealing import DataKey
from offline_queue.wire import Manifest, Part, SealingKey, Suite, WireError

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
names = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", fullmatch=True)
part = st.builds(
    Part,
    part=names,
    index=st.integers(0, 99),
    media_type=text,
    digest=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    size=st.integers(0, 32 << 20),
)


@given(
    st.uuids(version=4).map(str),
    text.filter(bool),
    text,
    st.sampled_from(Suite),
    st.from_regex(r"[A-Za-z0-9+/]{0,60}={0,2}", fullmatch=True),
    st.datetimes(timezones=st.timezones()),
    st.integers(1, 2**40),
    st.lists(part, min_size=1, max_size=4),
)
def test_the_bytes_are_those_of_the_model(identity, service_code, key_id, suite, wrapped, at, sequence, parts):
    key = DataKey(identity, SealingKey(key_id=key_id, suite=suite, public_key="AAAA"), None, wrapped)
    sealed_at = at.isoformat(timespec="seconds")
    raw = manifest_of(key, service_code, "0042", "L00422611240001x", sequence, sealed_at, parts)
    model = Manifest(
        format="kiosk-submission-1",
        id=identity,
        service_code=service_code,
        terminal="0042",
        offline_number="L00422611240001x",
        sequence=sequence,
        sealed_at=sealed_at,
        suite=suite,
        key_id=key_id,
        wrapped_key=wrapped,
        parts=tuple(parts),
    )
    assert raw == model.model_dump_json().encode()


@pytest.mark.parametrize("code", ["", "x" * 51])
def test_a_service_code_that_the_model_refuses_is_refused(code):
    key = DataKey("", SealingKey(key_id="k", suite=Suite.X25519, public_key="AAAA"), None, "")
    with pytest.raises(WireError):
        manifest_of(key, code, "0042", "L", 1, "", [])
