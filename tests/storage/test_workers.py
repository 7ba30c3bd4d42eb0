"""Work spread over processes keeps its order, its bounds and its errors."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children

import pytest

from figurecheck.storage import WorkerError, spread


def double(item: int) -> int:
    return item * 2


def fail(item: int) -> int:
    raise ValueError(f"no {item}")


def die(item: int) -> int:
    os._exit(3)


def rest(item: int) -> int:
    time.sleep(item * 3600)
    return item


def process(item: int) -> int:
    return os.getpid()


@pytest.mark.parametrize(("workers", "count"), [(1, 0), (1, 50), (2, 0), (2, 1), (2, 50)])
def test_results_come_in_the_order_of_the_items(workers, count):
    assert list(spread(double, range(count), workers)) == [2 * item for item in range(count)]


def test_a_worker_is_ended_at_its_work_where_no_more_is_taken():
    results = spread(rest, [0, 1, 1, 1], 2)
    assert next(results) == 0
    results.close()  # an hour later, where the pool waits for them
    assert not active_children()


def test_one_item_is_done_in_this_process():
    assert list(spread(process, [1], 4)) == [os.getpid()]


def test_only_a_few_items_are_taken_ahead():
    taken = []

    def items():
        for item in range(1000):
            taken.append(item)
            yield item

    results = spread(process, items(), 2)
    assert next(results) != os.getpid()
    assert len(taken) <= 8
    results.close()


def test_what_the_work_raises_comes_through():
    with pytest.raises(ValueError, match="no 1"):
        list(spread(fail, [1, 2], 2))


def test_a_process_that_dies_says_so():
    with pytest.raises(WorkerError, match="a worker process died; free memory"):
        list(spread(die, [1, 2], 2))


def dawdle(item: int) -> int:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(60 if item else 0.1)
    return item


SCRIPT = """
from tests.storage.test_workers import dawdle
from figurecheck.storage import spread
if __name__ == "__main__":
    list(spread(dawdle, range(2), 2))
"""


def test_workers_end_with_a_parent_that_was_killed(tmp_path):
    script = tmp_path / "run.py"
    script.write_text(SCRIPT)
    path = os.pathsep.join(entry for entry in sys.path if entry)
    environment = {**os.environ, "PYTHONPATH": path}
    parent = subprocess.Popen([sys.executable, str(script)], env=environment, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = {int(parent.stdout.readline()) for _ in range(2)}
    parent.send_signal(signal.SIGKILL)
    parent.communicate(timeout=60)
    assert workers.isdisjoint(alive(workers))


def alive(processes: set[int]) -> set[int]:
    """Those of the processes that still run after a while."""
    for _ in range(100):
        processes = {process for process in processes if running(process)}
        if not processes:
            break
        time.sleep(0.1)
    return processes


def running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
