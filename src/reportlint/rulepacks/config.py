"""``reportlint.yaml``: read, held against its schema, and turned into a :class:`reportlint.config.Config`."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

from reportlint.config import Config, PathRules
from reportlint.errors import ConfigError, RulePackError
from reportlint.limits import SETTINGS
from reportlint.powers import POWERS
from reportlint.reportclass import ReportClass
from reportlint.rulepacks.rulefile import RuleFile
from reportlint.rulepacks.schemaparts import Schema, closed, list_of, string
from reportlint.waiver import REASONS, Waiver

_LEVELS = ("error", "warning", "info", "off")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_config(path: str) -> Config:
    """The configuration in a file; raises ConfigError with file, line, column and a Chinese sentence."""
    from reportlint.rulepacks.validate import validate_against
    from reportlint.rulepacks.yamlfile import MAX_BYTES, read_yaml

    try:
        with open(path, "rb") as stream:
            text = read_yaml(stream.read(MAX_BYTES + 1), path)
        data = {} if text.data is None else text.data
        file = RuleFile(path, os.path.basename(path), data, text.values, text.keys)
        if not isinstance(data, dict):
            raise file.error((), "文件最外层应是映射（键: 值），如 rules: law-based-government")
        validate_against(file, config_schema(), data)
        return _config(file, data)
    except OSError as error:
        raise ConfigError(path, 0, 0, "读不了这个配置文件：请核对文件是否存在、有无读取权限") from error
    except RulePackError as error:
        raise ConfigError(error.path, error.line, error.column, error.reason) from error


def config_schema() -> Schema:
    """The schema of ``reportlint.yaml``."""
    common: dict[str, Schema] = {
        "class": {"enum": list(get_args(ReportClass)), "description": "报告主体：政府、部门、乡镇街道"},
        "year": {"type": "integer", "minimum": 1990, "maximum": 2100, "description": "报告年度"},
        "body": string("报告单位名称"),
        "powers": list_of({"enum": list(POWERS)}, "报告单位具有的职权"),
        "severity": {
            "type": "object",
            "additionalProperties": {"enum": list(_LEVELS)},
            "description": "改某条规则的级别，off 为停用",
        },
    }
    globs = list_of(string(minLength=1), "哪些文件（相对于本文件所在目录，可用 * 通配）")
    waiver = closed(
        {
            "rule": string("哪条规则", minLength=1), "files": globs, "reason": {"enum": list(REASONS), "description": "理由"},
            "note": string("说明；理由为“其他”时必写"), "by": string("谁同意的", minLength=1),
            "until": string("有效到哪天，如 2026-03-31"), "words": string("只豁免含这些字的那一处"),
        },
        ("rule", "files", "reason", "by", "until"),
        "一处豁免",
    )  # fmt: skip
    paths = closed({"files": globs, **common}, ("files",), "某些文件与众不同的设置")
    return {
        **closed(
            {
                "rules": string("规则包的名称或路径"),
                "profile": string("松紧档"),
                "fail_on": {"enum": ["error", "warning", "info", "never"], "description": "到哪一级算不通过"},
                "baseline": string("基线文件"),
                **common,
                "paths": list_of(paths, "按文件不同的设置，后写的优先"),
                "waivers": list_of(waiver, "豁免"),
                "limits": _limits_schema(),
            },
            description="reportlint 的配置",
        )
    }


def _limits_schema() -> Schema:
    numbers: dict[str, Schema] = {
        name: {"type": "integer", "minimum": 1, "maximum": setting.most, "description": setting.help}
        for name, setting in SETTINGS.items()
    }
    return closed(numbers, description="读文件的上限，超过的不读")


def _config(file: RuleFile, data: dict[str, Any]) -> Config:
    rules = data.get("rules", "")
    if rules and ("/" in rules or rules.endswith((".yaml", ".yml"))):
        rules = str(Path(file.shown).parent / rules)
    return Config(
        file.shown, rules, data.get("profile", ""), data.get("class", ""), data.get("year", 0), data.get("body", ""),
        tuple(data.get("powers", ())), data.get("fail_on", ""), data.get("baseline", ""), _severity(data),
        tuple(_paths(file, index, entry) for index, entry in enumerate(data.get("paths", ()))),
        tuple(_waiver(file, index, entry) for index, entry in enumerate(data.get("waivers", ()))),
        tuple(data.get("limits", {}).items()),
        tuple((key, file.place((key,), key=True)[0]) for key in data),
    )  # fmt: skip


def _severity(data: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(data.get("severity", {}).items())


def _paths(file: RuleFile, index: int, entry: dict[str, Any]) -> PathRules:
    return PathRules(
        tuple(entry["files"]), entry.get("class", ""), entry.get("year", 0), entry.get("body", ""),
        tuple(entry.get("powers", ())), _severity(entry), file.place(("paths", index))[0],
    )  # fmt: skip


def _waiver(file: RuleFile, index: int, entry: dict[str, Any]) -> Waiver:
    until = str(entry["until"])
    try:
        if not _DATE.fullmatch(until):
            raise ValueError(until)
        date.fromisoformat(until)
    except ValueError as error:
        raise file.error(("waivers", index, "until"), f"“{until}”不是日期：请写成 2026-03-31 这样") from error
    if entry["reason"] == "其他" and not entry.get("note"):
        raise file.error(("waivers", index, "reason"), "理由写“其他”的，要用 note 说明")
    return Waiver(
        entry["rule"], tuple(entry["files"]), entry["reason"], entry["by"], until, entry.get("note", ""),
        entry.get("words", ""), file.place(("waivers", index))[0], file.shown,
    )  # fmt: skip
