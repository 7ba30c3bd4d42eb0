"""Work spread over processes keeps its order, its bounds and its errors."""

import os

import pytest

from figurecheck.storage import WorkerError, spread


def double(item: int) -> int:
    return item * 2


def fail(item: int) -> int:
    raise ValueError(f"no {item}")


def die(item: int) -> int:
    os._exit(3)


def process(item: int) -> int:
    return os.getpid()


@pytest.mark.parametrize(("workers", "count"), [(1, 0), (1, 50), (2, 0), (2, 1), (2, 50)])
def test_results_come_in_the_order_of_the_items(workers, count):
    assert list(spread(double, range(count), workers)) == [2 * item for item in range(count)]


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
