"""Configuration, waivers, baseline, changed files, two rounds of a draft."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.readers.word.wordfiles import files, para, zipped
from tests.readers.word.wordfiles import run as run_of_text

from .test_check import run

DRAFT = "青岚区教育局2025年法治政府建设情况报告\n2025年，我局共培训xx场次，现将情况报告如下。\n一、工作情况\n办理事项××件。\n"
SELECT = ("--select", "unfilled-figure", "--format", "concise", "--today", "2026-01-20")


@pytest.fixture
def repo(tmp_path):
    (tmp_path / "部门").mkdir()
    (tmp_path / "部门" / "教育局.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def configure(repo, text):
    (repo / "reportlint.yaml").write_text(text, encoding="utf-8")


def test_a_configuration_is_found_upward_and_changes_levels_by_path(repo):
    configure(
        repo,
        "severity: {unfilled-figure: info}\npaths:\n  - {files: ['部门/*'], class: township, severity: {unfilled-figure: warning}}\n",
    )
    code, out, _ = run("check", "部门/教育局.txt", *SELECT, cwd=repo)
    assert (code, out.count("warning: 未填写的数字")) == (0, 2)
    code, out, _ = run("check", "教育局.txt", *SELECT, cwd=repo / "部门")
    assert (code, out.count("warning: 未填写的数字")) == (0, 2)
    data = json.loads(run("check", "部门", "--format", "json", cwd=repo)[1])
    assert data["documents"][0]["class"] == "township"
    assert run("check", "部门", *SELECT, "--no-config", cwd=repo)[0] == 1


def test_config_shows_what_holds_and_where_it_was_said(repo):
    configure(repo, "year: 2024\npaths:\n  - files: ['部门/*']\n    class: department\n")
    _, out, _ = run("config", "部门/教育局.txt", cwd=repo)
    assert out.splitlines()[:6] == [
        "配置文件：reportlint.yaml", "rules：law-based-government（默认）", "profile：public（默认）",
        "class：部门（reportlint.yaml:3（paths））", "year：2024（reportlint.yaml:1）", "body：从标题认（默认）",
    ]  # fmt: skip


BAD = [
    ("severty: {}\n", "reportlint.yaml:1:1: 没有“severty”这一项：是不是“severity”？"),
    ("class: 部门\n", "reportlint.yaml:1:8: "),
    ("- a\n", "reportlint.yaml:1:1: 文件最外层应是映射"),
    ("severity: {unfiled-figure: info}\n", "reportlint.yaml:1:1: 没有“unfiled-figure”这条规则，是不是 unfilled-figure"),
    ("body: 甲\nprofile: 松\n", "reportlint.yaml:2:1: 没有叫“松”的松紧档：可选的有 public、formal、strict"),
    ("\nrules: nope\n", "reportlint.yaml:2:1: 没有叫“nope”的规则包：内置的有"),
    ("rules: 没有.yaml\n", "reportlint.yaml:1:1: 找不到规则包“"),
    ("paths:\n  - files: [a]\n    severity: {nope: off}\n", "reportlint.yaml:2:1: 没有“nope”这条规则；全部规则见"),
    ("year: 99999\n", "reportlint.yaml:1:7: “year”太大：写成了 99999，至多是 2100"),
    (
        "waivers:\n  - {rule: a, files: [x], reason: 其他, by: 张, until: 2026-01-01}\n",
        "reportlint.yaml:2:35: 理由写“其他”的，要用 note 说明",
    ),
    (
        "waivers:\n  - {rule: a, files: [x], reason: 误报, by: 张, until: 明年}\n",
        "reportlint.yaml:2:53: “明年”不是日期",
    ),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[text[:12] for text, _ in BAD])
def test_mistakes_in_the_configuration_are_told_with_their_place(repo, text, message):
    configure(repo, text)
    code, out, err = run("check", "部门", cwd=repo)
    assert (code, out) == (2, "")
    assert message in err


WAIVER = "waivers:\n  - rule: {rule}\n    files: ['部门/*.txt']\n    reason: 数据未形成\n    by: 区司法局\n    until: {until}\n    words: 培训\n"


def test_waivers_hold_until_their_day_and_stay_visible(repo):
    configure(repo, WAIVER.format(rule="unfilled-figure", until="2026-03-31"))
    code, out, _ = run("check", "部门", *SELECT, cwd=repo)
    assert code == 1
    assert out.splitlines() == [
        "部门/教育局.txt:2:12: error: 未填写的数字“xx场次”，请填入实际数（已豁免：数据未形成，区司法局，至2026-03-31） [official-report/unfilled-figure]",
        "部门/教育局.txt:4:5: error: 未填写的数字“××件”，请填入实际数 [official-report/unfilled-figure]",
    ]
    _, out, _ = run("check", "部门", *SELECT[:-1], "2026-04-01", cwd=repo)
    assert "reportlint.yaml:2:1: warning: 对 unfilled-figure 的豁免已于2026-03-31到期" in out
    assert "已豁免" not in out


def test_unused_waivers_are_findings(repo):
    configure(repo, WAIVER.format(rule="masked-name", until="2026-03-31"))
    unused = "reportlint.yaml:2:1: info: 对 masked-name 的豁免没有用上"
    assert unused in run("check", "部门", *SELECT, "--select", "masked-name", cwd=repo)[1]
    assert unused not in run("check", "部门", *SELECT, cwd=repo)[1]  # the rule was not run
    configure(repo, WAIVER.format(rule="unfiled-figure", until="2026-03-31"))
    assert "没有“unfiled-figure”这条规则，是不是 unfilled-figure" in run("check", "部门", *SELECT, cwd=repo)[2]


def test_a_marked_line_waives_the_next_one(repo):
    line = "reportlint 豁免 unfilled-figure：数据未形成，区司法局，至2026-03-31\n"
    path = repo / "部门" / "教育局.txt"
    path.write_text(DRAFT.replace("办理事项", line + "办理事项"), encoding="utf-8")
    _, out, _ = run("check", "部门", *SELECT, cwd=repo)
    assert [("已豁免" in found) for found in out.splitlines()] == [False, True]
    path.write_text(DRAFT.replace("办理事项", line.replace("数据未形成", "懒得填") + "办理事项"), encoding="utf-8")
    assert "已豁免" not in run("check", "部门", *SELECT, cwd=repo)[1]


INLINE = "reportlint 豁免 {rule}：数据未形成，区司法局，至{until}"
ABOUT_INLINE = [
    ("unfilled-figure", "2026-01-01", "{path}:{line}:1: warning: 对 unfilled-figure 的豁免已于2026-01-01到期"),
    ("masked-name", "2026-03-31", "{path}:{line}:1: info: 对 masked-name 的豁免没有用上"),
]


@pytest.mark.parametrize(("rule", "until", "message"), ABOUT_INLINE, ids=["expired", "unused"])
def test_expired_and_unused_waivers_of_a_draft_are_findings(repo, rule, until, message):
    line = INLINE.format(rule=rule, until=until)
    path = repo / "部门" / "教育局.txt"
    path.write_text(DRAFT.replace("办理事项", line + "\n办理事项"), encoding="utf-8")
    _, out, _ = run("check", "部门", *SELECT, "--select", "masked-name", cwd=repo)
    assert message.format(path="部门/教育局.txt", line=4) in out
    assert "已豁免" not in out


def commented(words):
    """The draft as Word, with two comments at its unfilled figure 办理事项××件: these words, then 请核实."""
    comments = "".join(
        f'<w:comment w:id="{key}" w:author="王科长">{para(text)}</w:comment>'
        for key, text in enumerate((words, "请核实"))
    )
    anchors = "".join(f'<w:r><w:commentReference w:id="{key}"/></w:r>' for key in range(2))
    *lines, last = DRAFT.splitlines()
    body = "".join(map(para, lines)) + para(run_of_text(last) + anchors)
    return zipped(files(body, {"comments.xml": comments}))


@pytest.mark.parametrize(("until", "waived"), [("2026-03-31", True), ("2026-01-01", False)])
def test_a_comment_in_word_waives_its_line(repo, until, waived):
    (repo / "稿.docx").write_bytes(commented(INLINE.format(rule="unfilled-figure", until=until)))
    _, out, _ = run("check", "稿.docx", *SELECT, "--select", "unaccepted-changes", cwd=repo)
    assert [("已豁免" in line) for line in out.splitlines() if "稿.docx:4:5:" in line] == [waived]
    assert ("豁免已于2026-01-01到期" in out) is not waived
    assert "文档里还有 1 条没有解决的批注" in out


def test_a_comment_that_only_looks_like_a_waiver_is_a_comment(repo):
    (repo / "稿.docx").write_bytes(
        commented("请问 reportlint 豁免 unfilled-figure：数据未形成，区司法局，至2026-03-31")
    )
    _, out, _ = run("check", "稿.docx", *SELECT, "--select", "unaccepted-changes", cwd=repo)
    assert "已豁免" not in out
    assert "文档里还有 2 条没有解决的批注" in out


@pytest.mark.parametrize("content", ["青岚区教育局2025年法治政府建设情况报告\n", '{"name": "x"}'])
def test_a_file_that_is_no_baseline_is_not_written_over(repo, content):
    (repo / "别的").write_text(content, encoding="utf-8")
    code, _, err = run("check", "部门", *SELECT, "--baseline", "别的", "--update-baseline", cwd=repo)
    assert (code, err) == (
        2, "错误：别的: 这个文件不是 reportlint 写的基线，没有改动它；请换一个文件名，或先把它移走\n",
    )  # fmt: skip
    assert (repo / "别的").read_text(encoding="utf-8") == content


def test_only_what_is_not_in_the_baseline_fails(repo):
    arguments = ("check", "部门", *SELECT, "--baseline", "基线.json")
    code, _, err = run(*arguments, cwd=repo)
    assert (code, err) == (2, "错误：基线.json: 找不到基线文件；第一次用请加 --update-baseline 生成\n")
    code, out, _ = run(*arguments, "--update-baseline", cwd=repo)
    assert (code, out) == (0, "基线已写入 基线.json，收了 2 处问题。\n")
    assert run(*arguments, cwd=repo)[0] == 0
    path = repo / "部门" / "教育局.txt"
    path.write_text("\n\n" + DRAFT.replace("××件", "12件") + "检查×次。\n", encoding="utf-8")
    code, out, _ = run(*arguments[:2], "--select", "unfilled-figure", "--baseline", "基线.json", cwd=repo)
    assert code == 1
    assert "基线里有 1 处已经改好或不再出现，可用 --update-baseline 清理。" in out
    assert "基线收下的旧问题 1 处，不计入结论，这里不列（逐处看用 --format concise）。" in out
    assert "培训xx场次" not in out  # the new one does not drown among the old
    assert run(*arguments, cwd=repo)[1].count("已豁免：基线，2026-01-20") == 1
    run(*arguments, "--update-baseline", cwd=repo)
    entries = json.loads((repo / "基线.json").read_text(encoding="utf-8"))["entries"]
    assert [(entry["path"], entry["since"]) for entry in entries] == [("部门/教育局.txt", "2026-01-20")] * 2


def test_a_baseline_holds_however_the_files_are_named(repo):
    run("check", ".", *SELECT, "--baseline", "基线.json", "--update-baseline", cwd=repo)
    for folder, path, baseline in (
        (repo, "部门", "基线.json"), (repo, "./部门/教育局.txt", "./基线.json"), (repo, repo / "部门", repo / "基线.json"),
        (repo / "部门", ".", "../基线.json"), (repo / "部门", "教育局.txt", repo / "基线.json"),
    ):  # fmt: skip
        code, out, _ = run("check", path, *SELECT, "--baseline", baseline, cwd=folder)
        assert (code, out.count("已豁免：基线，2026-01-20")) == (0, 2), path


def test_a_run_of_some_rules_keeps_what_the_baseline_holds_of_others(repo):
    arguments = ("check", "部门", "--today", "2026-01-20", "--format", "concise", "--baseline", "基线.json")
    run(*arguments, "--update-baseline", cwd=repo)
    before = (repo / "基线.json").read_text(encoding="utf-8")
    code, out, _ = run(*arguments[:-4], "--baseline", "基线.json", "--select", "unfilled-figure", cwd=repo)
    assert (code, "已经改好" in out) == (0, False)
    run(*arguments, "--select", "unfilled-figure", "--update-baseline", cwd=repo)
    assert (repo / "基线.json").read_text(encoding="utf-8") == before


def test_a_figure_put_right_beside_an_old_finding_makes_it_no_new_one(repo):
    arguments = ("check", "部门", *SELECT, "--baseline", "基线.json")
    path = repo / "部门" / "教育局.txt"
    for beside, update in (("审查合同10,026件，", ("--update-baseline",)), ("审查合同9件，", ())):
        path.write_text(f"{beside}培训xx场次。\n", encoding="utf-8")
        assert run(*arguments, *update, cwd=repo)[0] == 0, beside


def test_diff_tells_fixed_open_and_new(repo):
    new = repo / "新.txt"
    new.write_text("\n" + DRAFT.replace("xx场次", "12场次") + "检查×次。\n", encoding="utf-8")
    code, out, _ = run("diff", "部门/教育局.txt", "新.txt", cwd=repo)
    assert code == 1
    fixed, rest = out.split("还在 ")
    still, fresh = rest.split("新出现 ")
    assert "“xx场次”" in fixed
    assert "“××件”" in still
    assert "“×次”" in fresh
    assert "缺少法定内容" in still


def git(repo, *arguments):
    subprocess.run(
        ["git", "-C", str(repo), "-c", "user.name=甲", "-c", "user.email=a@example.cn", *arguments],
        check=True,
        capture_output=True,
    )


def test_since_checks_only_changed_files(repo):
    git(repo, "init", "-q")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "初稿")
    assert run("check", ".", *SELECT, "--since", "HEAD", cwd=repo)[0] == 0
    (repo / "部门" / "司法局.txt").write_text(DRAFT, encoding="utf-8")
    code, out, _ = run("check", ".", *SELECT, "--since", "HEAD", cwd=repo)
    assert code == 1
    assert {line.split(":")[0] for line in out.splitlines()} == {"./部门/司法局.txt"}
    code, _, err = run("check", ".", "--since", "没有这个版本", cwd=repo)
    assert code == 2
    assert err.startswith("错误：--since 用不了")


def test_init_writes_a_configuration_that_works_and_never_overwrites(repo):
    code, out, _ = run("init", cwd=repo)
    assert (code, out) == (0, "已写好 ./reportlint.yaml，按里面的说明改动即可。\n")
    assert run("check", "部门", *SELECT, cwd=repo)[0] == 1
    assert run("init", cwd=repo)[2].startswith("错误：已有 ./reportlint.yaml，没有改动")


def test_every_line_of_the_written_configuration_is_valid_once_switched_on(repo):
    run("init", cwd=repo)
    path = repo / "reportlint.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    # what is switched off is indented YAML behind "# ": keys, list items and their continuation
    active = [
        line[2:] if line.startswith("# ") and (":" in line or line[2:].startswith(" ")) and "：" not in line else line
        for line in lines
    ]
    path.write_text("\n".join(active).replace("baseline: .reportlint-baseline.json\n", ""), encoding="utf-8")
    assert "waivers:" in active
    code, _, err = run("check", "部门", *SELECT, cwd=repo)
    assert err in ("", "错误：reportlint.yaml: 没有叫“public”的松紧档：这个规则包没有松紧档\n"), err
    assert code in (1, 2)
