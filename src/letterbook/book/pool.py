"""Many files at once: on all processors, few results waiting, none lost to one bad file."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for

from letterbook.book.heap import Task, cannot_be_read
from letterbook.book.work import Done, Rooms, work
from letterbook.model import Trouble

SMALL = 2_000_000  # bytes: less than this is read sooner than processes are started
GROUP = 400_000  # bytes of small files that go to a process together
MOST = 32  # files in a group
AHEAD = 2  # groups begun for each process: one is worked on, one waits

Start = Callable[[int], Executor]


def work_all(tasks: Sequence[Task], rooms: Rooms, jobs: int) -> Iterator[list[Done] | None]:
    """Every file's result, in waves; None: a time to commit.

    They come in the order they were begun, whichever ends first: the same heap makes the same
    record, and a question the same answer, on any machine.
    A file whose reading fails, or kills its process, gives a `Done` with that trouble only.
    """
    alone = jobs < 2 or len(tasks) < 2 or sum(t.file.size for t in tasks) < SMALL
    start: Start = _threads if alone else _processes
    ahead = sorted(tasks, key=lambda t: t.file.path if alone else (-t.file.size, t.file.path))
    queue = list(_groups(ahead))
    queue.reverse()
    failed: list[Task] = []
    while queue:
        yield from _round(queue, failed, start, 1 if alone else jobs, rooms)
    for task in failed:  # which of a group was it? each once more, by itself
        yield [_once_more(task, start, rooms)]
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


def _round(
    queue: list[list[Task]],
    failed: list[Task],
    start: Start,
    jobs: int,
    rooms: Rooms,
) -> Iterator[list[Done] | None]:
    """Work through the queue until it is empty or the pool breaks."""
    running: deque[tuple[Future[list[Done]], list[Task]]] = deque()
    pool = start(jobs)
    try:
        broken = False
        while running or (queue and not broken):
            while queue and not broken and len(running) < jobs * AHEAD:
                group = queue.pop()
                running.append((pool.submit(work, group, rooms), group))
            future, group = running.popleft()
            error = future.exception()
            broken = broken or isinstance(error, BrokenProcessPool)
            if error is None:
                yield future.result()
            else:
                failed += group
            del future  # its result is large
            yield None
    except BaseException:
        # Ctrl-C, or the caller stops: what runs ends first, a second or two. A process ended in
        # the middle of handing over its result would leave us waiting for the rest of it forever.
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _once_more(task: Task, start: Start, rooms: Rooms) -> Done:
    with start(1) as pool:
        future = pool.submit(work, [task], rooms)
        error = future.exception()
        return future.result()[0] if error is None else Done(task, (), (_fault(task, error),))


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


# --- processes ----------------------------------------------------------------------------------


def _threads(jobs: int) -> Executor:
    return ThreadPoolExecutor(jobs)


def _processes(jobs: int) -> Executor:
    return ProcessPoolExecutor(jobs, initializer=_settle)


def _settle() -> None:
    """In a new process: leave Ctrl-C to the reader that started us, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
