"""The part of the schema that is written by hand: packs, sections, what all rules share, vocabulary files."""

from __future__ import annotations

from typing import Any, get_args

from reportlint.reportclass import ReportClass
from reportlint.scope import NAMES

Schema = dict[str, Any]

SEVERITIES = ("error", "warning", "info", "off")
SECTION_DOCS = {  # sections are read by more than the loader, so their class does not carry these
    "SectionSpec.id": "名字，规则用它指这个部分；与继承来的同名时，列表接在后面，其余替换",
    "SectionSpec.title": "中文名，提示语里用",
    "SectionSpec.aliases": "完整的标题（不计年份、空格和标点）",
    "SectionSpec.patterns": "标题的写法",
    "SectionSpec.keywords": "标题的关键词；“词+词”须同时出现",
    "SectionSpec.excludes": "标题出现这些写法的不算",
    "SectionSpec.cues": "正文里说明写到了这一部分的写法",
    "SectionSpec.cues_needed": "正文里至少要有几种不同的写法",
    "SectionSpec.statement": "一句话就算写到了的写法",
    "SectionSpec.figures": "这一部分通常给出的数据",
    "FigureSpec.name": "数据的名称",
    "FigureSpec.words": "说的是什么，有其一即可",
    "FigureSpec.units": "量词",
    "FigureSpec.core": "是否逐项要求",
    "FigureSpec.named": "没有写数、但写明了是哪一件的关键词；两个词写作“词+词”，须先后在一句里出现",
    "FigureSpec.when": "这一部分提到其中任何一个词，就逐项要求",
}
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def string(description: str = "", **extra: Any) -> Schema:
    """A text."""
    return {"type": "string", **({"description": description} if description else {}), **extra}


def pattern_text(description: str = "") -> Schema:
    """A pattern; whether RE2 accepts it is checked by the loader."""
    return string(description, minLength=1)


def list_of(items: Schema, description: str = "") -> Schema:
    """A list."""
    return {"type": "array", "items": items, **({"description": description} if description else {})}


def closed(properties: dict[str, Schema], required: tuple[str, ...] = (), description: str = "") -> Schema:
    """An object that has these keys and no others."""
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        schema["required"] = list(required)
    return {**schema, "description": description} if description else schema


def one_or_many(description: str) -> Schema:
    """A text or a list of texts."""
    return {"type": ["string", "array"], "items": string(), "description": description}


def pack_definitions() -> dict[str, Schema]:
    """The definitions, anew each time: the caller completes ``rule``."""
    return {
        "pack-file": _pack_file(),
        "rules-file": closed({"about": string("这个文件是什么"), "rules": _rules(), "sections": _sections()}),
        "vocabulary-file": _vocabulary(),
        "rule": closed({**_rule_shared(), **_rule_own()}, ("id", "title", "severity", "basis", "check", "why")),
        "basis": _basis(),
        "applies-to": _applies_to(),
        "override": _override(),
        "overrides": {
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/override"},
            "description": "改动继承来的规则：规则名（或“规则包/*”）对应新的级别，或对应要改的各项",
        },
    }


def _rules() -> Schema:
    return list_of({"$ref": "#/$defs/rule"}, "规则")


def _sections() -> Schema:
    return list_of({"$ref": "#/$defs/section"}, "这类报告的各个部分")


def _pack_file() -> Schema:
    return closed(
        {
            "id": string("规则包的名字，用小写字母、数字和“-”", pattern=ID),
            "title": string("规则包的中文名"),
            "version": string("版本，请加引号"),
            "about": string("这个规则包是什么"),
            "extends": one_or_many("在哪个规则包的基础上改：内置规则包的名字，或相对本文件的路径；可写多个"),
            "recognise": list_of(pattern_text(), "出现其中任何一个写法的，就是这类报告；不写则沿用被继承的规则包"),
            "other_titles": list_of(
                pattern_text(),
                "标题里没有 own_titles 的写法而有其中之一的，是别的报告，只做通用检查；不写则沿用被继承的规则包",
            ),
            "genres": list_of(pattern_text(), "标题里有其中之一的，文种是报告；不写则沿用被继承的规则包"),
            "other_genres": list_of(
                pattern_text(),
                "标题里没有 genres 的写法而有其中之一的，不是报告，只做通用检查；不写则沿用被继承的规则包",
            ),
            "own_titles": list_of(pattern_text(), "标题里有其中之一的，就是这类报告；不写则沿用被继承的规则包"),
            "residue": list_of(pattern_text(), "网页残留行的写法，只看短行；加在继承来的之后"),
            "residue_paragraphs": list_of(pattern_text(), "网页残留的写法，长的段落也看；加在继承来的之后"),
            "override": {"$ref": "#/$defs/overrides"},
            "profiles": {
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/overrides"},
                "description": "用 --profile 选用的几套改动：名字对应一套改动",
            },
            "rules": _rules(),
            "sections": _sections(),
        },
        ("id", "title"),
        "规则包",
    )


def _rule_own() -> dict[str, Schema]:
    """What only the rule itself may say."""
    return {
        "id": string("规则名，用小写字母、数字和“-”，不带规则包名；定下后不再改", pattern=ID),
        "check": {"description": "检查的种类"},
        "examples": closed(
            {"good": list_of(string(), "不应报的例子"), "bad": list_of(string(), "应报的例子")},
            description="例子，也是这条规则的测试",
        ),
        "aliases": list_of(string(minLength=1), "用过的旧名"),
    }


def _rule_shared() -> dict[str, Schema]:
    """What a rule says and an override may change."""
    return {
        "title": string("规则的标题", minLength=1),
        "severity": {"enum": list(SEVERITIES), "description": "级别：错误、警告、提示，或不查"},
        "basis": {"$ref": "#/$defs/basis"},
        "applies_to": {"$ref": "#/$defs/applies-to"},
        "in": one_or_many(f"在哪里查：{'、'.join(NAMES)}，或某个部分的名字；不写为全文"),
        "not_in": one_or_many("哪里不查，写法同 in"),
        "with": {"type": "object", "description": "检查的各个选项"},
        "yields_to": list_of(string(minLength=1), "这些规则也报了同一处、级别不比这条低时，这条不报：一处毛病只报一次"),
        "why": string("为什么要查、怎么改", minLength=1),
        "certainty": {"enum": ["certain", "suspected"], "description": "确定，或疑似（请人核对）"},
    }


def _basis() -> Schema:
    text = "依据：文件、条款，或“体例”"
    grade = "核对程度：A 核对过官方原文，B 核对过转载，C 凭一般了解，D 自拟"
    return closed(
        {"text": string(text, minLength=1), "certainty": {"enum": list("ABCD"), "description": grade}},
        ("text", "certainty"),
        "依据与核对程度",
    )


def _applies_to() -> Schema:
    year = {"type": ["integer", "null"], "description": "年份；0 为不限"}
    years = {
        "type": ["array", "object"],
        "items": year,
        "minItems": 2,
        "maxItems": 2,
        "additionalProperties": False,
        "properties": {"from": year, "to": year},
        "description": "报告年份：[起, 止]，或 {from: 起, to: 止}",
    }
    classes = list_of({"enum": list(get_args(ReportClass))}, "哪一类单位：政府、部门、乡镇街道")
    return closed(
        {"class": classes, "years": years, "powers": list_of(string(minLength=1), "须有的职权")},
        description="只查哪些报告；不写为都查",
    )


def _override() -> Schema:
    return {
        "type": ["string", "object"],
        "if": {"type": "string"},
        "then": {"enum": list(SEVERITIES)},
        "else": {"additionalProperties": False, "properties": _rule_shared()},
        "description": "新的级别，或要改的各项",
    }


def _vocabulary() -> Schema:
    national = {"type": ["string", "object"], "if": {"type": "object"}, "then": {"$ref": "#/$defs/entry"}}
    return closed(
        {
            "about": string("这个词表收什么"),
            "entries": list_of({"$ref": "#/$defs/entry"}, "词条"),
            "national": list_of(national, "全国性的名称：写名称，或写成词条；任何地方都可以用"),
        },
        ("entries",),
        "词表",
    )
