"""A run that looks up what an earlier one found out, and writes down what it finds out itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from reportlint.cache import Cache
from reportlint.cli.output import save
from reportlint.finding import Report
from reportlint.parallel import Plans, check_many


def checked_with_cache(
    files: Sequence[str], plans: Plans, jobs: int, convert: bool, path: str, seen: Callable[[str], None] | None = None
) -> Iterator[Report]:
    """One report a file, in order; the cache file is written at the end. ``seen`` is told each path as it is done."""
    cache = Cache(path)
    tickets = {file: cache.ticket(file, plans(file), convert) for file in files}
    known = {file: cache.find(ticket) for file, ticket in tickets.items() if ticket is not None}
    unknown = [file for file in files if known.get(file) is None]
    fresh = check_many(unknown, plans, jobs, convert)
    for file in files:
        report = known.get(file)
        if report is None:
            report, ticket = next(fresh), tickets[file]
            if ticket is not None:
                cache.keep(ticket, report)
        yield report
        if seen:
            seen(file)
    try:
        save(path, cache.rendered())
    except click.UsageError as error:  # what was found out is said all the same
        click.echo(f"提醒：缓存{error.message}；结果不受影响，下次要全部重新检查。", err=True)
