"""A large sheet is checked by two processes, a small one by one; the answers are the same, in the same order."""

from datetime import date, timedelta

import pytest

from factories import record
from jscredit.cli import two_processes
from jscredit.cli.shared_checks import SharedChecks
from jscredit.cli.two_processes import answers_of, send_answers
from jscredit.records import Kind, Procedure, Severity
from jscredit.rules import JIANGSU_2018

ON = date(2024, 6, 30)
RECORDS = [
    record(
        id=f"{number}",
        kind=Kind.PENALTY,
        procedure=list(Procedure)[number % 2],
        severity=list(Severity)[number % 3],
        determined_on=None if number % 7 == 0 else date(2023, 1, 1) + timedelta(number % 11),
    )
    for number in range(60)
]


def checks():
    return SharedChecks(ON, JIANGSU_2018, langs=("zh",), documents=True)


@pytest.fixture
def alone():
    each = checks()
    return [each.of(one) for one in RECORDS]


@pytest.mark.parametrize(("large", "processors"), [(10, 2), (10, 1), (1000, 2), (10, None)])
def test_the_answers_are_the_same_in_the_same_order(alone, monkeypatch, large, processors):
    monkeypatch.setattr(two_processes, "_LARGE", large)
    monkeypatch.setattr(two_processes.os, "cpu_count", lambda: processors)
    found = answers_of(RECORDS, checks())
    assert [each.told for each in found] == [each.told for each in alone]
    assert [each.cells for each in found] == [each.cells for each in alone]
    assert len({str(each.told) for each in found}) > 20


def test_where_no_process_can_be_forked(alone, monkeypatch):
    monkeypatch.setattr(two_processes, "_LARGE", 10)
    monkeypatch.setattr(two_processes, "get_all_start_methods", lambda: ["spawn"])
    assert [each.told for each in answers_of(RECORDS, checks())] == [each.told for each in alone]


def test_a_second_process_that_ends_before_it_answered(alone, monkeypatch):
    monkeypatch.setattr(two_processes, "_LARGE", 10)
    monkeypatch.setattr(two_processes.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(two_processes, "send_answers", lambda sending, *_: sending.close())
    assert [each.told for each in answers_of(RECORDS, checks())] == [each.told for each in alone]


def test_what_the_second_process_sends(alone):
    class Connection:
        sent, closed = None, False

        def send(self, sent):
            self.sent = sent

        def close(self):
            self.closed = True

    sending = Connection()
    send_answers(sending, RECORDS, checks())
    assert sending.closed
    assert [each.told for each in sending.sent] == [each.told for each in alone]
