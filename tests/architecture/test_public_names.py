"""The names that others hold on to: lazy, whole, and none that hides a package."""

import pkgutil
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version

import pytest

import jscredit

HEAVY = ("pydantic", "stdnum", "holidays", "numpy", "dateutil", "chinese_calendar", "typer", "openpyxl")


@pytest.mark.parametrize("name", jscredit.__all__)
def test_each_name_is_there(name):
    assert getattr(jscredit, name) is not None


@pytest.mark.parametrize(
    "module", list(pkgutil.iter_modules(jscredit.__path__, "jscredit.")), ids=lambda each: each.name
)
def test_what_a_package_exports_is_there(module):
    package = import_module(module.name)
    assert [name for name in getattr(package, "__all__", ()) if getattr(package, name, None) is None] == []


def test_dir_lists_the_public_names():
    assert dir(jscredit) == sorted(jscredit.__all__)


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'absent'"):
        _ = jscredit.absent


@pytest.mark.parametrize("name", jscredit._PACKAGES)
def test_packages_that_are_asked_for_by_themselves(name):
    code = f"import jscredit as jc; print(jc.{name}.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == f"jscredit.{name}"


def test_no_public_name_equals_a_package_name():
    packages = {module.name for module in pkgutil.iter_modules(jscredit.__path__)}
    assert packages & set(jscredit.__all__) == set()


@pytest.mark.parametrize(
    "name", [each.name for each in pkgutil.iter_modules(jscredit.__path__, "jscredit.") if each.ispkg]
)
def test_no_name_of_a_package_equals_one_of_its_modules(name):
    # The module, once it is imported, would stand in the name's place.
    package = import_module(name)
    assert {module.name for module in pkgutil.iter_modules(package.__path__)} & set(package.__all__) == set()


def test_lazy_table_and_all_agree():
    homes = {name for names in jscredit._HOMES.values() for name in names}
    assert homes | {"__version__"} == set(jscredit.__all__)


def test_import_loads_none_of_the_heavy_libraries():
    code = f"import sys, jscredit; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_version_is_the_installed_one():
    assert jscredit.__version__ == version("jscredit")
