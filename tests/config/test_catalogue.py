"""The catalogue: what ships is right, every mistake in a file is named, and the visit knows no service by name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config import catalogue, items, scenario, soundness
from config.catalogue import PACKAGES, SERVICES
from config.catalogue_text import CatalogueError

ONE = (SERVICES / "elderly-card.toml").read_text()


def test_the_twelve_services():
    services = catalogue.load()
    names = [service.name.zh for service in services]
    assert names == [
        "居住登记",
        "居住证",
        "老年人优待证",
        "高龄津贴",
        "灵活就业参保",
        "参保缴费证明",
        "养老待遇认证",
        "异地就医备案",
        "失业登记",
        "残疾人两项补贴",
        "生育登记",
        "不动产登记查询",
        "个体工商户登记",
    ]
    assert all(service.name.en and service.summary.en for service in services)


def test_icons_of_the_catalogue_are_drawn():
    icons = {path.stem for path in Path("ui/icons").glob("*.svg")}
    for service in catalogue.load():
        used = (
            {service.icon} | {m.icon for m in service.materials} | {o.icon for f in service.fields for o in f.options}
        )
        assert used <= icons


def test_no_service_is_named_in_the_code():
    codes = [service.code for service in catalogue.load()]
    for folder in ("kiosk", "ui", "offline_queue", "intake", "drivers"):
        for path in (*Path(folder).rglob("*.py"), *Path(folder).rglob("*.qml")):
            assert not any(code in path.read_text("utf-8") for code in codes), path


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('code = "jn-elderly-card"', ""), "code"),
        (("minutes = 4", "minutes = 0"), "minutes"),
        (('kind = "phone"', 'kind = "telepathy"'), "kind"),
        (("defer_days = 5", ""), "defer_days"),
        (('en = "Senior citizen card"', ""), "name.en"),
        (('id = "phone"', 'id = "kind"'), "ids must differ"),
        (("order = 20", "order = 20\nsurprise = 1"), "surprise"),
        (('kind = "phone"', 'kind = "amount"\nleast = 5'), "needs least and most"),
        (('kind = "phone"', 'kind = "amount"\nleast = 5\nmost = 4'), "least is more than most"),
        (('kind = "phone"', 'kind = "phone"\nmost = 4'), "nothing else has them"),
        (('kind = "phone"', 'kind = "signature"'), "a signature is the last field"),
    ],
)
def test_mistakes_are_named(tmp_path, change, named):
    assert change[0] in ONE
    (tmp_path / "service.toml").write_text(ONE.replace(*change))
    with pytest.raises(CatalogueError, match=re.escape(named)):
        catalogue.load(tmp_path)


def test_packages_and_groups_that_ship():
    shipped = catalogue.load()
    assert [package.everyday.zh for package in shipped.packages] == ["我新搬来", "我要退休", "我开小店"]
    for package in shipped.packages:
        assert shipped.in_package(package)
        assert shipped.find_package(package.code) == package
    assert len(shipped.groups) == 6
    assert shipped.ungrouped == ()
    for group in shipped.groups:
        assert shipped.in_group(group) or group.elsewhere, "nobody is sent to an empty page"
    assert len({department.zh for department in shipped.departments}) == 7


def test_a_catalogue_without_packages_and_groups_is_one(tmp_path):
    (tmp_path / "service.toml").write_text(ONE)
    alone = catalogue.load(tmp_path)
    assert (alone.packages, alone.groups) == ((), ())
    assert [service.code for service in alone.ungrouped] == ["jn-elderly-card"], "its group is not there"


def test_a_group_without_matters_is_not_shown(tmp_path):
    name = 'name = { zh = "a", en = "a" }'
    groups = "".join(f'[[groups]]\nid = "{group}"\nicon = "sun"\n{name}\n' for group in ("elders", "empty"))
    (tmp_path / "groups.toml").write_text(f'kind = "groups"\ncode = "g"\n{groups}')
    (tmp_path / "service.toml").write_text(ONE)
    assert [group.id for group in catalogue.load(tmp_path).groups] == ["elders"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('code = "jn-elderly-card"', 'code = "jn-nothing"'), "jn-nothing, which is no service"),
        (('code = "jn-old-age-allowance"', 'code = "jn-elderly-card"'), "named twice"),
        (('kind = "package"', 'kind = "novel"'), "package"),
        (('icon = "sun"', ""), "icon"),
    ],
)
def test_mistakes_of_packages_are_named(tmp_path, change, named):
    package = (PACKAGES / "retiring.toml").read_text()
    assert change[0] in package
    (tmp_path / "service.toml").write_text(ONE)
    (tmp_path / "package.toml").write_text(package.replace(*change))
    with pytest.raises(CatalogueError, match=re.escape(named)):
        catalogue.load(tmp_path)


def test_services_are_needed(tmp_path):
    (tmp_path / "groups.toml").write_bytes((PACKAGES / "groups.toml").read_bytes())
    with pytest.raises(CatalogueError, match="no service"):
        catalogue.load(tmp_path)


def test_two_services_of_one_code_are_refused(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(ONE)
    with pytest.raises(CatalogueError, match="used twice"):
        catalogue.load(tmp_path)


def torn(at, piece):
    return (ONE[:at] + piece + ONE[at:]).encode("utf-8", "replace")


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(CatalogueError, match="no service file"):
        catalogue.load(tmp_path)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.builds(torn, st.integers(0, 1500), st.text(max_size=9))))
def test_hostile_files_are_services_or_named_errors(tmp_path, content):
    path = tmp_path / "hostile.toml"
    path.write_bytes(content)
    for read, error in ((items.read, CatalogueError), (scenario.read, scenario.ScenarioError)):
        try:
            read(path)
        except error as named:
            assert "hostile.toml" in str(named)


def test_scenarios_that_ship_are_right():
    files = sorted(scenario.SCENARIOS.glob("*.toml"))
    assert len(files) >= 3
    for file in files:
        assert scenario.read(file).steps
        assert tomllib.loads(file.read_text())


def test_what_ships_fits_together():
    assert soundness.mistakes(catalogue.load()) == ()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('when = "age < 60"', 'when = "agee < 60"'), "stops.too_young.when: 'agee < 60' names 'agee'"),
        (('when = "age < 60"', 'when = "age <"'), "is no rule: syntax error"),
        (('when = "age < 60"', "when = \"age < 'x'\""), "data type mismatch"),
        (('office = "street_centre"\npossible', 'office = "nowhere"\npossible'), "'nowhere' is no office"),
        (("defer_days = 5", "defer_days = 6"), "write at most 5"),
        (('id = "phone"', 'id = "phone"\nwhen = "contact_phone == \'1\'"'), "fields.phone.when"),
        (('id = "phone"', 'id = "phone"\ndiffers_from = "contact_phone"'), "no field that is asked before"),
        (
            ('id = "contact_phone"\nkind = "phone"', 'id = "contact_phone"\nkind = "date"\nnot_before = "phone"'),
            "'phone' is neither a date nor a month",
        ),
    ],
)
def test_what_does_not_fit_is_named(tmp_path, change, named):
    assert change[0] in ONE
    (tmp_path / "service.toml").write_text(ONE.replace(*change))
    (tmp_path / "offices.toml").write_bytes((PACKAGES / "offices.toml").read_bytes())
    found = "\n".join(str(mistake) for mistake in soundness.mistakes(catalogue.load(tmp_path)))
    assert named in found
