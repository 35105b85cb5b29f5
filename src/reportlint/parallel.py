"""Many files at once: one process a core where that pays, results in the order of the paths.

Measured: forking pays from about ten files, spawning (Windows, macOS) from about fifty, because each new process has to
import and load the rules again.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportlint.engine import Plan, check_document
from reportlint.errors import ReadError
from reportlint.finding import Failure, Report
from reportlint.readers import read
from reportlint.record import replace

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

FORK_PAYS = 10
SPAWN_PAYS = 50
_CHUNK = 8

Task = tuple[str, bool]
Plans = Callable[[str], Plan]
_plans: list[Plans] = []
"""What gives this worker process its plans, set once when it starts; empty in the main process."""


def check_one(path: str, plan: Plan, convert: bool = False) -> Report:
    """Read and check one file; what cannot be read is a failure of the report, not an exception."""
    try:
        return check_document(read(path, convert, plan.limits), plan)
    except ReadError as error:
        return Report(failures=(Failure(error.path, error.reason),))
    except MemoryError:
        return Report(failures=(Failure(path, "内存不足，没有检查完；请拆分文件或删去图片后再检查"),))


def check_many(
    paths: Sequence[str], plans: Plans, jobs: int = 0, convert: bool = False, seen: Callable[[str], None] | None = None
) -> Iterator[Report]:
    """One report a path, in the order of the paths; ``plans`` gives each file's plan.

    ``jobs`` 0 means as many processes as pay; ``seen`` is told each path as it is done.
    """
    gc.freeze()  # what is loaded by now stays, here and in the workers, and is never looked through again
    gc.enable()
    workers = _workers(len(paths), jobs)
    if workers < 2:
        for path in paths:
            yield check_one(path, plans(path), convert)
            if seen:
                seen(path)
        return
    # the first file is checked here: what it makes ready (patterns compiled, automata grown) the workers inherit
    yield check_one(paths[0], plans(paths[0]), convert)
    if seen:
        seen(paths[0])
    with _pool(workers, plans) as pooled:
        for path, report in zip(paths[1:], pooled([(path, convert) for path in paths[1:]]), strict=True):
            yield report
            if seen:
                seen(path)


def _workers(files: int, jobs: int) -> int:
    if jobs:
        return min(jobs, files)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, files) if files >= (FORK_PAYS if _can_fork() else SPAWN_PAYS) else 1


def _can_fork() -> bool:
    return sys.platform.startswith("linux")


@contextmanager
def _pool(workers: int, plans: Plans) -> Iterator[Callable[[list[Task]], Iterator[Report]]]:
    import multiprocessing
    import signal

    context: BaseContext = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    with context.Pool(workers, _start, (plans, signal.SIGINT)) as pool:
        yield lambda tasks: pool.imap(_work, tasks, chunksize=_CHUNK)


def _start(plans: Plans, interrupt: int) -> None:
    """In a worker: Ctrl-C is the main process's to handle, and short-lived objects are not worth collecting."""
    import signal

    signal.signal(interrupt, signal.SIG_IGN)
    gc.set_threshold(50_000, 20, 20)
    _plans.append(plans)


def _work(task: Task) -> Report:
    path, convert = task
    report = check_one(path, _plans[-1](path), convert)
    return replace(report, rules=())  # the main process has the rules; sending them back costs more than the check
