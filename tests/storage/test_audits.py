"""Audits wait, run in one runner each, and end once: done, failed or cancelled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from figurecheck.storage.audits import Audits


@pytest.fixture
def audits(corpus):
    return Audits(corpus.database)


def test_an_audit_waits_runs_and_is_done(audits):
    waiting = audits.add('{"select": ["FC1"]}')
    assert (waiting.state, waiting.request, waiting.done) == ("queued", '{"select": ["FC1"]}', 0)
    running = audits.take()
    assert (running.id, running.state) == (waiting.id, "running")
    assert audits.tell(running.id, "check", 3, 9)
    told = audits.get(running.id)
    assert (told.stage, told.done, told.total) == ("check", 3, 9)
    assert audits.finish(running.id, "{}")
    done = audits.get(running.id)
    assert (done.state, done.result, done.error) == ("done", "{}", None)
    assert done.created <= done.started <= done.finished


def test_each_audit_is_taken_by_one_runner_the_longest_waiting_first(audits):
    ids = [audits.add("{}").id for _ in range(8)]
    assert audits.take().id == ids[0]
    with ThreadPoolExecutor(4) as runners:
        taken = list(runners.map(lambda _: audits.take(), range(10)))
    assert sorted(one.id for one in taken if one) == sorted(ids[1:])


def test_a_cancelled_audit_tells_its_runner_to_stop(audits):
    audits.add("{}")
    running = audits.take()
    assert audits.cancel(running.id).state == "cancelled"
    assert not audits.tell(running.id, "check", 1, 2)
    assert not audits.finish(running.id, "{}")
    assert not audits.fail(running.id, "x")
    assert audits.cancel(running.id) is None
    assert audits.get(running.id).state == "cancelled"


def test_an_audit_whose_runner_has_to_stop_waits_again(audits):
    audits.add("{}")
    running = audits.take()
    audits.tell(running.id, "check", 1, 2)
    audits.release(running.id)
    assert not audits.tell(running.id, "check", 2, 2)
    again = audits.take()
    assert (again.id, again.state, again.stage, again.done) == (running.id, "running", None, 0)
    audits.finish(again.id, "{}")
    audits.release(again.id)
    assert audits.get(again.id).state == "done"


def test_an_audit_that_waits_can_be_cancelled_and_is_not_taken(audits):
    audits.cancel(audits.add("{}").id)
    assert audits.take() is None


def test_a_failed_audit_says_why(audits):
    audits.add("{}")
    running = audits.take()
    assert audits.fail(running.id, "no room on the disk")
    assert audits.get(running.id).error == "no room on the disk"


def test_audits_of_a_runner_that_fell_silent_wait_again(audits):
    audits.add("{}")
    running = audits.take()
    audits.tell(running.id, "check", 3, 9)
    assert audits.requeue(timedelta(hours=1)) == 0
    assert audits.requeue(timedelta(0)) == 1
    again = audits.take()
    assert (again.id, again.stage, again.done) == (running.id, None, 0)


def test_pages_run_from_the_last_to_the_first(audits):
    ids = [audits.add("{}").id for _ in range(5)]
    first = audits.page(limit=3)
    rest = audits.page(limit=3, before=first[-1])
    assert [one.id for one in first + rest] == ids[::-1]


def test_an_audit_that_is_not_there_is_none(audits):
    assert audits.get("none") is None
