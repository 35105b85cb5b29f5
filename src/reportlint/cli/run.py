"""One run over many files, as ``check`` and ``coverage`` share it: find the files, plan, check, waive, compare."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import click

from reportlint.cli.output import refuse_clashes, refuse_unwritable
from reportlint.cli.select import Planner, Wishes, planner
from reportlint.config import Config, find_config
from reportlint.engine import merge
from reportlint.finding import Report
from reportlint.parallel import check_many
from reportlint.readers import CONVERTIBLE, READERS
from reportlint.source import expand

_PROGRESS_FROM = 30


def configuration(path: str, paths: Sequence[str], use: bool = True) -> Config:
    """The configuration named by the user, or the nearest one above the first file; an empty one without any."""
    if not use:
        return Config()
    found = path or find_config(paths[0] if paths and paths[0] != "-" else ".")
    if not found:
        return Config()
    from reportlint.rulepacks.config import read_config

    return read_config(found)


def day_of(said: str) -> date:
    """The day that counts as today."""
    try:
        return date.fromisoformat(said) if said else date.today()
    except ValueError as error:
        raise click.UsageError(f"“{said}”不是日期，请写成 2026-03-01 的样子") from error


def run(
    paths: Sequence[str], config: Config, wishes: Wishes, jobs: int = 0, convert: bool = False, since: str = "",
    cache: str = "", targets: Sequence[str] = (), others: Sequence[str] = (),
) -> Report:  # fmt: skip
    """The report of a run; only files changed since a revision, with results kept in a cache file, where these are named.

    ``targets`` are the files that will be written afterwards, ``others`` those that are read besides the drafts: raises
    click.UsageError if a target is to be read or cannot be written.
    """
    plans = planner(config, wishes)
    files = list(expand(paths, (*READERS, *CONVERTIBLE)))
    written = [target for target in (cache, *targets) if target not in ("", "-")]
    refuse_clashes(written, files, (config.path, wishes.pack or config.rules, *others))
    refuse_unwritable(target for target in targets if target not in ("", "-"))
    if since:
        from reportlint.cli.changed import changed_files

        files = changed_files(files, since)
        if not files:
            return Report(rules=plans.rules, notes=(f"自 {since} 以来没有改动过的文件，不用检查。",))
    return _checked(files, plans, jobs, convert, cache)


def settled(report: Report, config: Config, baseline: str, today: date) -> Report:
    """The report with waivers and baseline applied."""
    if config.waivers or report.inline_waivers:
        from reportlint.waivers import waived

        report = waived(report, config, today)
    if baseline:
        from reportlint.baseline import against_baseline

        report = against_baseline(report, baseline)
    return report


def _checked(paths: Sequence[str], plans: Planner, jobs: int, convert: bool, cache: str) -> Report:
    """All files, with a progress bar on a terminal when there are many."""

    def results(seen: Callable[[str], None] | None = None) -> Iterator[Report]:
        if not cache:
            return check_many(paths, plans.plan, jobs, convert, seen)
        from reportlint.cli.cached import checked_with_cache

        return checked_with_cache(paths, plans.plan, jobs, convert, cache, seen)

    if len(paths) < _PROGRESS_FROM or not sys.stderr.isatty():
        return merge(results(), plans.rules)
    with click.progressbar(length=len(paths), label="正在检查", file=sys.stderr) as bar:
        return merge(results(lambda _: bar.update(1)), plans.rules)
