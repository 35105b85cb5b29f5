"""What packs say of one another: extending, overriding, choosing a profile; and how plain data becomes a rule."""

from __future__ import annotations

from pathlib import Path

from reportlint.patterns import Pattern
from reportlint.rule import AppliesTo, RulePack, Severity
from reportlint.rulepacks import load_pack
from reportlint.rulepacks.yamlfile import read_yaml

BASE = """\
id: base
title: 底
version: "1"
recognise: ['年度报告']
residue: ['浏览量']
sections:
  - {id: problems, title: 不足, aliases: [不足], cues: ['短板'], cues_needed: 3}
rules:
  - id: no-joke
    title: 不开玩笑
    severity: warning
    basis: {text: 体例, certainty: C}
    applies_to: {class: [township, department], years: {from: 2020}, powers: [行政处罚]}
    in: [body, problems]
    not_in: notes
    check: pattern
    with:
      patterns: ['玩笑']
      message: 找到“{found}”
    why: 公文不开玩笑
    certainty: suspected
    aliases: [old-joke]
  - id: no-shout
    title: 不喊
    severity: error
    basis: {text: 体例, certainty: D}
    check: pattern
    with: {patterns: ['！！'], message: 太响}
    why: 公文不喊
    examples: {good: [好], bad: ['好！！']}
profiles:
  quiet: {no-shout: info}
"""


def write(folder: Path, **files: str) -> Path:
    """The files, by name without suffix."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def extended(tmp_path: Path, text: str, profile: str = "") -> RulePack:
    """A pack that extends BASE and says this."""
    write(tmp_path, base=BASE, mine=f"id: mine\ntitle: 我的\nextends: base.yaml\n{text}\n")
    return load_pack(str(tmp_path / "mine.yaml"), profile)


def test_a_rule_has_all_that_its_file_says(tmp_path: Path) -> None:
    rule = load_pack(str(write(tmp_path, base=BASE) / "base.yaml")).rules[0]
    assert (rule.id, rule.title, rule.severity, rule.kind) == ("base/no-joke", "不开玩笑", Severity.WARNING, "pattern")
    assert (rule.basis.text, rule.basis.certainty, rule.why) == ("体例", "C", "公文不开玩笑")
    assert rule.applies_to == AppliesTo(("township", "department"), 2020, 0, ("行政处罚",))
    assert (rule.scope, rule.outside) == (("body", "problems"), ("notes",))
    assert (rule.certainty, rule.aliases) == ("suspected", ("old-joke",))
    assert rule.options == (("patterns", ("玩笑",)), ("message", "找到“{found}”"))
    assert list(rule.check.triggers()) == [Pattern("玩笑")]
    assert rule.set_by == (("rule", "base base.yaml:9"),)


def test_a_pack_has_all_that_its_file_says(tmp_path: Path) -> None:
    pack = load_pack(str(write(tmp_path, base=BASE) / "base.yaml"))
    assert (pack.id, pack.title, pack.version, pack.profiles) == ("base", "底", "1", ("quiet",))
    assert (pack.recognise, pack.residue) == ((Pattern("年度报告"),), (Pattern("浏览量"),))
    spec = pack.section("problems")
    assert spec is not None
    assert (spec.aliases, spec.cues, spec.cues_needed, spec.figures) == (("不足",), (Pattern("短板"),), 3, ())


def test_a_folder_is_read_file_by_file_in_order(tmp_path: Path) -> None:
    rules = BASE.partition("rules:\n")[2].partition("profiles:")[0].replace("[body, problems]", "body")
    first, _, second = rules.partition("  - id: no-shout")
    write(
        tmp_path / "pack",
        pack="id: p\ntitle: 包\n",
        b="rules:\n" + first,
        a="rules:\n  - id: no-shout" + second,
        sections="sections: [{id: plans, title: 安排}]",
    )
    pack = load_pack(str(tmp_path / "pack"))
    assert [rule.id for rule in pack.rules] == ["p/no-shout", "p/no-joke"]
    assert [spec.id for spec in pack.sections] == ["plans"]
    assert pack.rules[0].set_by == (("rule", "p a.yaml:2"),)


def test_what_is_not_said_is_inherited(tmp_path: Path) -> None:
    pack = extended(tmp_path, "residue: ['点击数']")
    assert [rule.id for rule in pack.rules] == ["base/no-joke", "base/no-shout"]
    assert (pack.recognise, pack.residue) == ((Pattern("年度报告"),), (Pattern("浏览量"), Pattern("点击数")))
    assert extended(tmp_path, "recognise: ['总结']").recognise == (Pattern("总结"),)


def test_a_word_is_a_new_severity(tmp_path: Path) -> None:
    pack = extended(tmp_path, "override: {no-joke: error, base/no-shout: off}")
    assert [(rule.name, rule.severity) for rule in pack.rules] == [("no-joke", Severity.ERROR)]
    assert pack.rules[0].set_by == (("rule", "base base.yaml:9"), ("severity", "mine mine.yaml:4"))
    assert (pack.switched_off, pack.switched_off_by) == (("base/no-shout",), (("base/no-shout", "mine mine.yaml:4"),))


def test_old_names_and_whole_packs_can_be_overridden(tmp_path: Path) -> None:
    pack = extended(tmp_path, "override:\n  base/*: off\n  old-joke: info")
    assert [(rule.name, rule.severity) for rule in pack.rules] == [("no-joke", Severity.INFO)]


def test_an_override_changes_only_what_it_names(tmp_path: Path) -> None:
    change = "{with: {exceptions: ['开玩笑似的']}, in: headings, title: 标题里不开玩笑, why: 因为}"
    rule = extended(tmp_path, f"override:\n  no-joke: {change}").rules[0]
    assert (rule.title, rule.why, rule.scope, rule.severity) == (
        "标题里不开玩笑",
        "因为",
        ("headings",),
        Severity.WARNING,
    )
    assert dict(rule.options)["patterns"] == ("玩笑",)
    assert dict(rule.options)["exceptions"] == ("开玩笑似的",)
    assert dict(rule.set_by)["with.exceptions"] == "mine mine.yaml:5"


def test_a_profile_comes_upon_the_overrides_of_its_file(tmp_path: Path) -> None:
    text = "override: {no-joke: error}\nprofiles: {quiet: {no-joke: off}}"
    assert [rule.severity for rule in extended(tmp_path, text).rules] == [Severity.ERROR, Severity.ERROR]
    pack = extended(tmp_path, text, "quiet")
    assert [(rule.name, rule.severity) for rule in pack.rules] == [("no-shout", Severity.INFO)]
    assert pack.rules[0].set_by[1] == ("severity", f"base base.yaml:{len(BASE.splitlines())}（方案 quiet）")


def test_sections_of_the_same_id_grow(tmp_path: Path) -> None:
    pack = extended(
        tmp_path, "sections: [{id: problems, title: 问题, aliases: [短板], cues_needed: 1}, {id: new, title: 新}]"
    )
    problems = pack.section("problems")
    assert problems is not None
    assert (problems.title, problems.aliases, problems.cues_needed) == ("问题", ("不足", "短板"), 1)
    assert problems.cues == (Pattern("短板"),)
    assert [spec.id for spec in pack.sections] == ["problems", "new"]


def test_a_pack_inherited_twice_counts_once(tmp_path: Path) -> None:
    write(tmp_path, other="id: other\ntitle: x\nextends: base.yaml\n")
    pack = extended(tmp_path, "").rules
    twice = tmp_path / "twice.yaml"
    twice.write_text("id: twice\ntitle: x\nextends: [base.yaml, other.yaml]\n", encoding="utf-8")
    assert [rule.id for rule in load_pack(str(twice)).rules] == [rule.id for rule in pack]


def test_a_dictionary_beside_the_pack(tmp_path: Path) -> None:
    from reportlint.rulepacks.build import _dictionary
    from reportlint.rulepacks.sources import dictionary_file, read_rule_file

    write(
        tmp_path / "words",
        plans="entries: [{name: 十四五规划, short: [规划], valid_from: 2021-03-12}]\nnational: [云, {name: 网}]\n",
    )
    user = read_rule_file(write(tmp_path, base=BASE) / "base.yaml", "pack-file")
    file = dictionary_file("words/plans.yaml", user)
    assert file is not None
    made = _dictionary("plans", file.data)
    assert (made.entries[0].short, made.entries[0].valid_from, made.national) == (("规划",), "2021-03-12", ("云", "网"))


def test_yaml_words_are_words() -> None:
    text = b"a: off\nb: yes\nc: true\nd: 012\ne: 1.50\nf: 2021-08-11\ng: ~\nh: '1'\ni: 1_000\non: 12:30:45\n"
    read = read_yaml(text, "x")
    assert read.data == {
        "a": "off", "b": "yes", "c": True, "d": 12, "e": 1.5, "f": "2021-08-11", "g": None, "h": "1", "i": "1_000", "on": "12:30:45"
    }  # fmt: skip
    assert read.keys[("on",)] == (10, 1)
    assert read.values[("on",)] == (10, 5)


def test_places_count_characters() -> None:
    read = read_yaml("# 注\n规则: {名: [甲, 乙𠮷丙, 丁]}\n".encode(), "x")
    assert read.values["规则", "名", 2] == (2, 18)


def test_aliases_stand_for_what_they_name() -> None:
    read = read_yaml(b"a: &x [1, 2]\nb: *x\n", "x")
    assert read.data == {"a": [1, 2], "b": [1, 2]}
