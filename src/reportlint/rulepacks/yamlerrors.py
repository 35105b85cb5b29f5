"""What PyYAML complains of, in Chinese; its own English sentences are never shown."""

from __future__ import annotations

from typing import Any

# beginnings or parts of the sentences of libyaml and of PyYAML's own scanner
_REASONS = (
    ("tab", "缩进用了制表符（Tab）：请改用空格"),
    ("that cannot start any token", "有 YAML 不认的符号开头：以 @、`、% 等开头的文字请加引号"),
    ("mapping values are not allowed", "这里多了一个冒号或缩进不对：文字里含“: ”时请加引号"),
    ("could not find expected ':'", "缺冒号：键的后面要写“: ”"),
    ("did not find expected key", "缩进或引号不对：同一层的键要左对齐"),
    ("did not find expected '-' indicator", "列表的缩进不对：同一列表的“- ”要左对齐"),
    ("block sequence entries are not allowed", "“- ”不能写在这里：请另起一行并缩进"),
    ("did not find expected ',' or ']'", "方括号没有收住，或列表里缺逗号"),
    ("did not find expected ',' or '}'", "花括号没有收住，或映射里缺逗号"),
    ("expected ',' or ']'", "方括号没有收住，或列表里缺逗号"),
    ("expected ',' or '}'", "花括号没有收住，或映射里缺逗号"),
    ("unexpected end of stream", "引号没有收住：请补上后一个引号"),
    ("unexpected document indicator", "引号没有收住：请补上后一个引号"),
    ("escape", "双引号里的反斜杠不对：正则请改用单引号"),
    ("anchor", "“&”或“*”后面要有名字；文字以它们开头时请加引号"),
    ("alias", "“&”或“*”后面要有名字；文字以它们开头时请加引号"),
    ("tag", "不支持 YAML 标签：请删去以“!”开头的标签；文字以“!”开头时请加引号"),
    ("directive", "不支持以“%”开头的指令：请删去"),
    ("block scalar", "“|”或“>”后面只能换行：文字以它们开头时请加引号"),
    ("expected <document start>", "内容结束后又有别的内容：请检查缩进"),
    ("did not find expected <document start>", "内容结束后又有别的内容：请检查缩进"),
)


def explain_yaml_error(error: Exception, text: str) -> tuple[int, int, str]:
    """Line, column and Chinese reason of a ``yaml.YAMLError``."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return *_reader_place(text), "有不允许的控制字符：请删去"
    start: Any = getattr(error, "context_mark", None) or mark
    problem = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}".strip()
    if "\t" in _line(text, mark.line)[: mark.column + 1] and not _line(text, mark.line)[: mark.column].strip():
        return mark.line + 1, mark.column + 1, _REASONS[0][1]
    reason = next((reason for part, reason in _REASONS[1:] if part in problem), "YAML 写法有误：请检查缩进、冒号和引号")
    if start.line != mark.line and ("没有收住" in reason or "缺冒号" in reason):
        mark = start  # where it opened is what a person looks for, not the end of the file
    return mark.line + 1, mark.column + 1, reason


def _line(text: str, index: int) -> str:
    lines = text.splitlines()
    return lines[index] if index < len(lines) else ""


def _reader_place(text: str) -> tuple[int, int]:
    """The place of a character that YAML does not allow at all."""
    for offset, char in enumerate(text):
        code = ord(char)
        if (code < 32 and char not in "\t\n\r") or (0x7F <= code <= 0x9F and code != 0x85) or code in (0xFFFE, 0xFFFF):
            return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return 1, 1
