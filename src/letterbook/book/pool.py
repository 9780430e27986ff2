"""Many files at once: on all processors, few results waiting, none lost to one bad file."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait as wait_for
from typing import TypeVar

from letterbook.book.heap import Task, cannot_be_read
from letterbook.book.work import Done, Rooms, work
from letterbook.model import Trouble

SMALL = 2_000_000  # bytes: less than this is read sooner than processes are started
GROUP = 400_000  # bytes of small files that go to a process together
MOST = 32  # files in a group
OBJECTS = 50_000  # made before the next search for circles: findings make none
AHEAD = 2  # groups begun for each process: one is worked on, one waits

Item = TypeVar("Item")
Result = TypeVar("Result")


def work_all(tasks: Sequence[Task], rooms: Rooms, jobs: int) -> Iterator[list[Done] | None]:
    """Every file's result, in waves; None: a time to commit.

    They come in the order they were begun, whichever ends first: the same heap makes the same
    record, and a question the same answer, on any machine.
    A file whose reading fails, or kills its process, gives a `Done` with that trouble only.
    """
    alone = jobs < 2 or len(tasks) < 2 or sum(t.file.size for t in tasks) < SMALL
    ahead = sorted(tasks, key=lambda t: t.file.path if alone else (-t.file.size, t.file.path))
    each = partial(work, rooms=rooms)
    failed: list[Task] = []
    for group, result in spread(each, _groups(ahead), 0 if alone else jobs):
        if isinstance(result, BaseException):
            failed += group
        else:
            yield result
        yield None
    singles = ([task] for task in failed)  # which of a group was it? each once more, by itself
    for (task,), result in spread(each, singles, 0 if alone else 1):
        if isinstance(result, BaseException):
            result = [Done(task, (), (_fault(task, result),))]
        yield result
    yield None


def _groups(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    group: list[Task] = []
    size = 0
    for task in tasks:
        if group and (size + task.file.size > GROUP or len(group) == MOST):
            yield group
            group, size = [], 0
        group.append(task)
        size += task.file.size
    if group:
        yield group


def spread(
    work: Callable[[list[Item]], Result],
    groups: Iterable[list[Item]],
    jobs: int,
    settle: Callable[[], None] | None = None,
) -> Iterator[tuple[list[Item], Result | BaseException]]:
    """Each group with what `work` made of it, or with the error it ended in, in their order.

    In `jobs` processes, each made ready by `settle`; 0: here, in a thread. A process that dies
    takes the groups with it that were under way; the others go on in new ones.
    """
    queue = deque(groups)
    while queue:
        pool = _processes(jobs, settle) if jobs else _thread(settle)
        try:
            yield from _through(pool, work, queue, max(jobs, 1))
        except BaseException:
            # Ctrl-C, or the caller stops: what runs ends first, a second or two. A process ended
            # in the middle of handing over its result would leave us waiting for the rest forever.
            pool.shutdown(cancel_futures=True)
            raise
        pool.shutdown()


def _through(
    pool: Executor, work: Callable[[list[Item]], Result], queue: deque[list[Item]], jobs: int
) -> Iterator[tuple[list[Item], Result | BaseException]]:
    """Work through the queue until it is empty or the pool breaks."""
    running: deque[tuple[Future[Result], list[Item]]] = deque()
    broken = False
    while running or (queue and not broken):
        while queue and not broken and len(running) < jobs * AHEAD:
            try:
                running.append((pool.submit(work, queue[0]), queue[0]))
                queue.popleft()
            except BrokenProcessPool:
                broken = True
        if running:
            future, group = running.popleft()
            error = future.exception()
            broken = broken or isinstance(error, BrokenProcessPool)
            yield group, future.result() if error is None else error
            del future  # its result is large


def _fault(task: Task, error: BaseException) -> Trouble:
    name = task.file.path
    if isinstance(error, BrokenProcessPool | MemoryError):
        problem = "It could not be read: its reader was stopped, perhaps for want of memory."
        return Trouble(name, problem, "Read it alone with --jobs 1, or cut it in parts.")
    if isinstance(error, OSError):
        return cannot_be_read(name, error)
    return Trouble(
        name,
        f"It could not be read: letterbook stumbled ({type(error).__name__}: {error}).",
        "Everything else was read; please report this with the file.",
    )


@contextmanager
def few_searches() -> Iterator[None]:
    """Search for circles of objects seldom: findings and letters make none, and are many."""
    before = gc.get_threshold()
    gc.set_threshold(OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


# --- processes ----------------------------------------------------------------------------------


def _thread(settle: Callable[[], None] | None) -> Executor:
    return ThreadPoolExecutor(1, initializer=settle)


def _processes(jobs: int, settle: Callable[[], None] | None) -> Executor:
    return ProcessPoolExecutor(jobs, initializer=_settle, initargs=(settle,))


def _settle(further: Callable[[], None] | None) -> None:
    """In a new process: leave Ctrl-C to the reader that started us, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if further is not None:
        further()
    gc.freeze()
    gc.set_threshold(OBJECTS)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
