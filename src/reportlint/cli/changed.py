"""``--since REV``: only the files that git says are changed or new since a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

import click


def changed_files(files: Sequence[str], revision: str) -> list[str]:
    """Those of the files that differ from the revision or are not tracked; raises click.UsageError where git cannot say."""
    if revision.startswith("-"):
        raise click.UsageError(f"“{revision}”不是版本，请写提交号、分支或标签，如 HEAD~1、origin/main")
    changed: set[str] = set()
    for folder in {os.path.dirname(os.path.abspath(path)) for path in files if path != "-"}:
        root = _git(folder, "rev-parse", "--show-toplevel").strip()
        _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        names = _git(root, "diff", "--name-only", "--diff-filter=d", "-z", revision, "--")
        names += _git(root, "ls-files", "--others", "--exclude-standard", "-z")
        changed |= {os.path.realpath(os.path.join(root, name)) for name in names.split("\0") if name}
    return [path for path in files if path != "-" and os.path.realpath(path) in changed]


def _git(folder: str, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise click.UsageError("--since 要用 git，这台机器上没有 git 或 git 没有响应") from error
    if done.returncode:
        raise click.UsageError(
            "--since 用不了：文件不在 git 仓库里，或没有这个版本；请核对版本写法，如 HEAD~1、origin/main"
        )
    return done.stdout.decode("utf-8", "surrogateescape")
