"""Personal numbers and names planted in every cell of a sheet, as headers, and in files: no command writes them."""

import pytest

from command_line import run
from sheet_files import GOOD, PERSON, write_bytes, write_csv, xlsx_bytes

NUMBER, OLD, WRONG = "329901199003070012", "329901900307001", "329901199003070011"
PERMIT, PASSPORT = "810000199102030030", "E87654321"
NAME = "样某甲"
ON = ("--on", "2020-03-05")
REVIEW = ("--all", "--matter", "daily-supervision", *ON)


def texts_of(sheet, row=2):
    for arguments in (
        ("check", sheet, *ON),
        ("check", sheet, *ON, "--json"),
        ("check", sheet, *ON, "--row", row, "--lang", "en"),
        ("repair", sheet, *ON, "--row", row),
        ("review", sheet, *REVIEW),
        ("review", sheet, *REVIEW, "--json"),
    ):
        found = run(*arguments, columns=400)
        yield (found.out + found.err).replace(GOOD["CF_XDR_SHXYM"], "")  # an organisation's code is no secret


def leaks(text, number):
    """Whether any four digits in a row of what a mask hides are in the text."""
    secret = number[2:]
    return any(secret[at : at + 4] in text for at in range(len(secret) - 3))


@pytest.mark.parametrize("planted", [NUMBER, OLD, WRONG, f"王某{NUMBER}", f"{NUMBER[:6]} {NUMBER[6:14]}-{NUMBER[14:]}"])
def test_a_resident_number_in_any_cell(planted, tmp_path):
    sheet = write_csv(tmp_path, *({column: planted} for column in GOOD))
    for text in texts_of(sheet, row=2 + list(GOOD).index("CF_WSH")):
        assert not leaks(text, planted if planted.isdigit() else NUMBER)


@pytest.mark.parametrize("number", [NUMBER, PERMIT, PASSPORT])
def test_a_persons_own_number_and_name(number, tmp_path):
    for text in texts_of(write_csv(tmp_path, PERSON | {"CF_XDR_SFZ": number, "CF_XDR_MC": NAME})):
        assert not leaks(text, number)
        assert NAME not in text


def test_a_number_typed_as_a_figure(tmp_path):
    workbook = write_bytes(tmp_path, xlsx_bytes(PERSON | {"CF_XDR_SFZ": int(NUMBER)}), "sheet.xlsx")
    for text in texts_of(workbook):
        assert not leaks(text, NUMBER)


def test_a_number_as_a_header(tmp_path):
    for text in texts_of(write_csv(tmp_path, {NUMBER: NUMBER}, headers=(NUMBER,))):
        assert not leaks(text, NUMBER)


def test_the_representatives_name_and_number(tmp_path):
    for text in texts_of(write_csv(tmp_path, {"CF_FR": NAME, "CF_XDR_SFZ": NUMBER})):
        assert NAME not in text
        assert not leaks(text, NUMBER)
