"""Every kind of mistake in a rule file, with the place and the whole sentence that its author reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.errors import RulePackError
from reportlint.rulepacks import load_pack

HEAD = "id: mine\ntitle: 我的规则\n"
RULE = """\
rules:
  - id: no-joke
    title: 不开玩笑
    severity: warning
    basis: {text: 体例, certainty: D}
    check: pattern
    with:
      patterns: ['玩笑']
      message: 找到“{found}”
    why: 公文不开玩笑
"""


def changed(old: str, new: str) -> str:
    """A pack whose one rule has something else in one place."""
    assert old in RULE
    return HEAD + RULE.replace(old, new)


def added(text: str) -> str:
    """A pack whose one rule has one more line."""
    return changed("    why: ", f"    {text}\n    why: ")


def mistake(tmp_path: Path, content: str | bytes) -> str:
    """The sentence, without the temporary folder."""
    path = tmp_path / "p.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(RulePackError) as caught:
        load_pack(str(path))
    return str(caught.value).replace(f"{tmp_path}/", "").removeprefix("p.yaml")


FILES: list[tuple[str | bytes, str]] = [
    ("", ": 文件是空的：请写入规则，或删去这个文件"),
    ("# 只有注释\n", ": 文件是空的：请写入规则，或删去这个文件"),
    ("---\n", ": 文件是空的：请写入规则，或删去这个文件"),
    ("- a\n", ":1:1: 文件最外层应是映射（键: 值），如 rules: 下列出规则"),
    ("abc\n", ":1:1: 文件最外层应是映射（键: 值），如 rules: 下列出规则"),
    (HEAD + "---\nid: x\n", ":3:1: 一个文件里只能有一份内容：请删去第二个“---”及其后的内容"),
    (HEAD.encode() + "about: 法治\n".encode("gbk"), ":3:1: 不是 UTF-8 编码：请另存为 UTF-8 再试"),
    (b"#" * 2_000_001, ": 文件超过 2 MB，不像规则文件：请核对是不是选错了文件"),
]

YAML: list[tuple[str, str]] = [
    (HEAD + "id: x\n", ":3:1: “id”重复出现（前一处在第 1 行）：请只保留一处"),
    (HEAD + "rules:\n\t- a\n", ":4:1: 缩进用了制表符（Tab）：请改用空格"),
    ("id: a: b\n", ":1:6: 这里多了一个冒号或缩进不对：文字里含“: ”时请加引号"),
    (HEAD + "override:\n    a: off\n  b: off\n", ":5:3: 缩进或引号不对：同一层的键要左对齐"),
    (HEAD + "version\n", ":3:1: 缺冒号：键的后面要写“: ”"),
    (HEAD + "recognise: [a, b\n", ":3:12: 方括号没有收住，或列表里缺逗号"),
    (HEAD + "override: {a: off\n", ":3:11: 花括号没有收住，或映射里缺逗号"),
    (HEAD + 'version: "1\n', ":3:10: 引号没有收住：请补上后一个引号"),
    (HEAD + 'recognise: ["\\d"]\n', ":3:14: 双引号里的反斜杠不对：正则请改用单引号"),
    (HEAD + "version: @x\n", ":3:10: 有 YAML 不认的符号开头：以 @、`、% 等开头的文字请加引号"),
    (HEAD + "version: - a\n", ":3:10: “- ”不能写在这里：请另起一行并缩进"),
    (HEAD + "version: |x\n", ":3:11: “|”或“>”后面只能换行：文字以它们开头时请加引号"),
    (HEAD + "...\nx: y\n", ":4:1: 内容结束后又有别的内容：请检查缩进"),
    (HEAD + "version: *x\n", ":3:10: “*x”引用的“&x”没有定义过：请先定义再引用"),
    (HEAD + "recognise: [*.txt]\n", ":3:14: “&”或“*”后面要有名字；文字以它们开头时请加引号"),
    (HEAD + "override: &a {x: *a}\n", ":3:18: “*a”引用了它自己所在的内容：请去掉这个引用"),
    (HEAD + "version: !x 1\n", ":3:10: 不支持 YAML 标签“!x”：请删去"),
    (HEAD + "version: !!python/name:os.system x\n", ":3:10: 不支持 YAML 标签“!!python/name:os.system”：请删去"),
    (HEAD + "? [a]\n: x\n", ":3:3: 键必须是一个词，不能是列表或映射"),
    (HEAD + 'version: "\x07"\n', ":3:11: 有不允许的控制字符：请删去"),
    (HEAD + "override: " + "[" * 40 + "]" * 40, ":3:40: 层次太深（超过 30 层）：请检查缩进或括号"),
]

SHAPES: list[tuple[str, str]] = [
    ("title: x\n", ":1:1: 文件缺少“id”：请补上"),
    ("about: x\n", ":1:1: 文件缺少“id”“title”：请补上"),
    ("id:\ntitle: x\n", ":1:4: “id”是空的，应是文字：请填写或删去这一项"),
    ("id: 我的\ntitle: x\n", ":1:5: “id”写法不对：“我的”。只用小写字母、数字和“-”"),
    (HEAD + "version: 1.0\n", ":3:10: “version”应是文字，写成了 1.0：请加引号"),
    (HEAD + "exetnds: x\n", ":3:1: 没有“exetnds”这一项：是不是“extends”？"),
    (HEAD + "exetnds: x\nrule: []\n", ":3:1: 没有“exetnds”这一项：是不是“extends”？（另有 1 处错误）"),
    (
        HEAD + "zzz: x\n",
        ":3:1: 没有“zzz”这一项：这里可以写 about、extends、genres、id、other_genres、other_titles、override、own_titles、profiles、recognise、residue、residue_paragraphs、rules、sections、title、version",
    ),
    (changed("    check: pattern\n", ""), ":4:5: “rules”的第 1 项缺少“check”：请补上"),
    (changed("check: pattern", "check: patern"), ":8:12: “check”不能写“patern”：是不是“pattern”？"),
    (
        changed("severity: warning", "severity: warn"),
        ":6:15: “severity”不能写“warn”：是不是“warning”？可以写 error、warning、info、off",
    ),
    (changed("severity: warning", "severity: no"), ":6:15: “severity”不能写“no”：可以写 error、warning、info、off"),
    (changed("severity: warning", "severity: [off]"), ":6:15: “severity”不能写列表：可以写 error、warning、info、off"),
    (
        changed("{text: 体例, certainty: D}", "体例"),
        ":7:12: “basis”只写了文字，缺少“certainty”：请写成 basis: {text: 依据, certainty: A}",
    ),
    (changed("{text: 体例, certainty: D}", "{text: 体例}"), ":7:12: “basis”缺少“certainty”：请补上"),
    (changed("certainty: D", "certainty: E"), ":7:34: “certainty”不能写“E”：可以写 A、B、C、D"),
    (changed("why: 公文不开玩笑", "why: ''"), ":12:10: “why”是空的：请填写或删去"),
    (added("examples: {god: [a]}"), ":12:16: “examples”里没有“god”这一项：是不是“good”？"),
    (
        added("applies_to: {class: [goverment]}"),
        ":12:26: “class”的第 1 项不能写“goverment”：是不是“government”？可以写 government、department、township",
    ),
    (
        added("applies_to: {class: township}"),
        ":12:25: “class”应是列表，写成了文字“township”：每项另起一行并以“- ”开头，或写在 [ ] 里",
    ),
    (added("applies_to: {years: [2024]}"), ":12:25: “years”要写 2 项，写了 1 项"),
    (
        added("applies_to: {years: ['2020', 2024]}"),
        ":12:26: “years”的第 1 项应是整数或空，写成了文字“2020”：数字不要加引号",
    ),
    (added("applies_to: {years: {form: 2020}}"), ":12:26: “years”里没有“form”这一项：是不是“from”？"),
    (added("applies_to: {years: [2024, 2020]}"), ":12:25: 年份的起止颠倒了：从 2024 到 2020，请对调"),
    (added("in: boddy"), ":12:9: “in”里的“boddy”不是报告的部分：是不是“body”？"),
    (
        added("not_in: [body, 十]"),
        ":12:20: “not_in”里的“十”不是报告的部分：可以写 whole、file、title、opening、closing、headings、tables、body、notes",
    ),
    (added("yields_to: [no-joek]"), ":12:17: “yields_to”里的“no-joek”不是规则：是不是“no-joke”？"),
    (added("yields_to: [甲]"), ":12:17: “yields_to”里的“甲”不是规则：全部规则见 reportlint rules"),
    (HEAD + RULE + RULE.removeprefix("rules:\n"), ":13:9: 规则名“no-joke”已经用过（p.yaml:4）：请换一个名字"),
]

OPTIONS: list[tuple[str, str]] = [
    (HEAD + RULE.partition("    with")[0] + "    why: x\n", ":4:5: “rules”的第 1 项缺少“with”：请补上"),
    (changed("      message: 找到“{found}”\n", ""), ":10:7: “with”缺少“message”：请补上"),
    # the missing key is the misspelt one, and is not spoken of twice
    (changed("patterns:", "pattern:"), ":10:7: “with”里没有“pattern”这一项：是不是“patterns”？"),
    (
        changed("['玩笑']", "玩笑"),
        ":10:17: “patterns”应是列表，写成了文字“玩笑”：每项另起一行并以“- ”开头，或写在 [ ] 里",
    ),
    (changed("['玩笑']", "[12]"), ":10:18: “patterns”的第 1 项应是文字，写成了 12：请加引号"),
    (changed("['玩笑']", "['']"), ":10:18: “patterns”的第 1 项是空的：请填写或删去"),
    (
        added("  labels: [笑]").replace("['玩笑']", "['玩笑', '笑话']"),
        ":12:15: “labels”写了 1 项，“patterns”写了 2 项：两者要一一对应，请写得一样多",
    ),
    (added("  labels: [笑, 话]"), ":12:15: “labels”写了 2 项，“patterns”写了 1 项：两者要一一对应，请写得一样多"),
    (
        HEAD + "extends: official-report\noverride:\n  personal-data:\n    with: {patterns: ['\\d{18}']}\n",
        ":6:22: “labels”写了 7 项，“patterns”写了 1 项：两者要一一对应，请写得一样多",
    ),
    (added("  once: 1"), ":12:13: “once”应是 true 或 false，写成了 1：请写 true（是）或 false（否）"),
    (added("  once: yes"), ":12:13: “once”应是 true 或 false，写成了文字“yes”：请写 true（是）或 false（否）"),
]

PATTERNS: list[tuple[str, str]] = [
    (
        "(?<=a)b",
        "RE2 不支持环视（(?=…)、(?!…)、(?<=…)、(?<!…)）：请改写，或用例外（exceptions）排除（RE2：invalid perl operator: (?<=）",
    ),
    (
        "a(?!b)",
        "RE2 不支持环视（(?=…)、(?!…)、(?<=…)、(?<!…)）：请改写，或用例外（exceptions）排除（RE2：invalid perl operator: (?!）",
    ),
    (r"(a)\1", r"RE2 不支持反向引用（\1）和环视，也不认这个反斜杠写法：请改写（RE2：invalid escape sequence: \1）"),
    ("(a", "圆括号没有收住：请补上“)”（RE2：missing ): (a）"),
    ("a)", r"多了一个“)”：请删去，或写成“\)”（RE2：unexpected ): a)）"),
    ("[a", "方括号没有收住：请补上“]”（RE2：missing ]: [a）"),
    (
        "*a",
        r"*、+、? 前面没有可重复的内容：要找这个符号本身请在前面加“\”（RE2：no argument for repetition operator: *）",
    ),
    ("a**", "两个重复符号连在一起：请删去一个（RE2：bad repetition operator: **）"),
    ("a{2000}", "重复次数不对：{m,n} 最大 1000，且 m 不大于 n（RE2：invalid repetition size: {2000}）"),
    ("[z-a]", "方括号里的范围前后颠倒：请把小的写在前面（RE2：invalid character class range: z-a）"),
    (r"\p{Xyz}", r"没有这个字符类：汉字写 \p{Han}，标点写 \p{P}（RE2：invalid character class range: \p{Xyz}）"),
    ("a\\", r"末尾多了一个反斜杠：请删去，或写成“\\”（RE2：trailing \）"),
    (
        "(?P<x",
        "命名组写法不对：应是 (?P<名字>…)，名字用字母、数字和下划线，不能重名（RE2：invalid named capture group: (?P<x）",
    ),
]

OVERRIDES: list[tuple[str, str]] = [
    ("override: {no-jokes: off}", ":13:12: 没有叫“no-jokes”的规则：是不是“no-joke”？"),
    ("override: {zzz: off}", ":13:12: 没有叫“zzz”的规则：请用 reportlint rules 查看有哪些规则"),
    ("override: {no-joke: of}", ":13:21: “no-joke”不能写“of”：可以写 error、warning、info、off"),
    ("override: {no-joke: 3}", ":13:21: “no-joke”应是文字或映射（键: 值），写成了 3：请改正"),
    (
        "override: {no-joke: {check: unpaired}}",
        ":13:22: “no-joke”里没有“check”这一项：这里可以写 applies_to、basis、certainty、in、not_in、severity、title、why、with、yields_to",
    ),
    ("override:\n  no-joke:\n    with: {mesage: x}", ":15:12: “with”里没有“mesage”这一项：是不是“message”？"),
    (
        "override:\n  no-joke:\n    with: {once: 是}",
        ":15:18: “once”应是 true 或 false，写成了文字“是”：请写 true（是）或 false（否）",
    ),
    (
        "override:\n  no-joke:\n    with: {patterns: ['(']}",
        ":15:23: 正则“(”不能用：圆括号没有收住：请补上“)”（RE2：missing ): (）",
    ),
    ("override: {no-joke: {in: headigs}}", ":13:26: “in”里的“headigs”不是报告的部分：是不是“headings”？"),
    ("profiles: {soft: {no-jok: off}}", ":13:19: 没有叫“no-jok”的规则：是不是“no-joke”？"),
]

SECTIONS: list[tuple[str, str]] = [
    ("sections: [{id: a}]", ":3:12: 新的部分“a”缺少“title”：请补上中文名"),
    (
        "sections:\n- {id: a, title: b, patterns: ['(']}",
        ":4:32: 正则“(”不能用：圆括号没有收住：请补上“)”（RE2：missing ): (）",
    ),
    ("sections:\n- {id: a, title: b, cues_needed: 0}", ":4:34: “cues_needed”太小：写成了 0，至少是 1"),
    ("sections:\n- {id: a, title: b, cue: [x]}", ":4:21: “sections”的第 1 项里没有“cue”这一项：是不是“cues”？"),
    ("sections:\n- {id: a, title: b, figures: [{name: x}]}", ":4:31: “figures”的第 1 项缺少“words”“units”：请补上"),
    ("recognise: ['(']", ":3:13: 正则“(”不能用：圆括号没有收住：请补上“)”（RE2：missing ): (）"),
]

EXTENDS: list[tuple[str, str]] = [
    ("./x.yaml", ":3:10: 找不到规则包“./x.yaml”：请核对路径"),
    ("p.yaml", ":3:10: extends 绕了一圈又回到“p.yaml”：请去掉其中一处"),
    ("[official-report, p.yaml]", ":3:28: extends 绕了一圈又回到“p.yaml”：请去掉其中一处"),
    (
        "law-based-goverment",
        ":3:10: 没有叫“law-based-goverment”的规则包：是不是“law-based-government”？内置的有 law-based-government、official-report；自己的规则包请写路径",
    ),
]


@pytest.mark.parametrize(("content", "expected"), [*FILES, *YAML, *SHAPES, *OPTIONS])
def test_a_mistake_is_named_with_its_place(tmp_path: Path, content: str | bytes, expected: str) -> None:
    assert mistake(tmp_path, content) == expected


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS)
def test_a_pattern_that_re2_refuses(tmp_path: Path, pattern: str, expected: str) -> None:
    assert mistake(tmp_path, changed("['玩笑']", f"['{pattern}']")) == f":10:18: 正则“{pattern}”不能用：{expected}"


@pytest.mark.parametrize(("text", "expected"), OVERRIDES)
def test_a_mistake_in_an_override(tmp_path: Path, text: str, expected: str) -> None:
    content = HEAD + RULE + text + "\n"
    path = tmp_path / "p.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RulePackError) as caught:
        load_pack(str(path), "soft" if "profiles" in text else "")
    assert str(caught.value) == f"{path}{expected}"


@pytest.mark.parametrize(("text", "expected"), SECTIONS)
def test_a_mistake_in_a_section(tmp_path: Path, text: str, expected: str) -> None:
    assert mistake(tmp_path, f"{HEAD}{text}\n") == expected


@pytest.mark.parametrize(("text", "expected"), EXTENDS)
def test_a_mistake_in_extends(tmp_path: Path, text: str, expected: str) -> None:
    assert mistake(tmp_path, f"{HEAD}extends: {text}\n") == expected


def test_aliases_cannot_blow_a_small_file_up(tmp_path: Path) -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"{b}: &{b} [{','.join(['*' + a] * 10)}]" for a, b in zip("abcdef", "bcdefg", strict=True)]
    assert mistake(tmp_path, "\n".join(lines)).endswith(": 内容展开后太大：请减少“*”引用，或把文件拆开")


def test_an_option_that_names_a_section_must_name_one_there_is(tmp_path: Path) -> None:
    rule = RULE.partition("    check")[0] + "    check: heading-year\n    with: {section: plns}\n    why: x\n"
    content = HEAD + rule + "sections: [{id: plans, title: 安排}]\n"
    assert mistake(tmp_path, content) == ":9:21: 没有叫“plns”的部分：是不是“plans”？"


def test_a_circle_of_two(tmp_path: Path) -> None:
    (tmp_path / "q.yaml").write_text("id: other\ntitle: x\nextends: p.yaml\n", encoding="utf-8")
    expected = "q.yaml:3:10: extends 绕了一圈又回到“p.yaml”：请去掉其中一处"
    assert mistake(tmp_path, HEAD + "extends: q.yaml\n") == expected


def test_the_name_of_an_inherited_pack_is_taken(tmp_path: Path) -> None:
    content = "id: official-report\ntitle: x\nextends: official-report\n"
    assert mistake(tmp_path, content) == ":1:5: “official-report”是被继承的规则包的名字：请换一个"


def test_an_unknown_pack_names_those_there_are() -> None:
    with pytest.raises(RulePackError) as caught:
        load_pack("不存在")
    expected = "不存在: 没有叫“不存在”的规则包：内置的有 law-based-government、official-report；自己的规则包请写路径"
    assert str(caught.value) == expected


def test_a_folder_without_a_pack_file(tmp_path: Path) -> None:
    with pytest.raises(RulePackError) as caught:
        load_pack(str(tmp_path))
    assert str(caught.value) == f"{tmp_path}: 文件夹“{tmp_path}”里没有 pack.yaml：请核对是不是规则包的文件夹"


def test_a_profile_there_is_not(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(HEAD + "profiles: {soft: {}, hard: {}}\n", encoding="utf-8")
    with pytest.raises(RulePackError, match="没有叫“sof”的松紧档：可选的有 soft、hard"):
        load_pack(str(path), "sof")


def test_strict_demands_examples(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(added("examples: {good: [好]}"), encoding="utf-8")
    assert load_pack(str(path)).rules[0].examples.good == ("好",)
    with pytest.raises(RulePackError) as caught:
        load_pack(str(path), strict=True)
    assert str(caught.value) == f"{path}:4:5: 规则“no-joke”缺少例子：examples 里至少要有一个 good 和一个 bad"
