"""Promised counts that are not kept, and labels that are doubled, bare or misspelt — with what only looks like them."""

from __future__ import annotations

import pytest

TITLE = "岚溪市2025年法治政府建设年度报告"
OPENING = "2025年，岚溪市深入贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下："
BODY = (
    f"{TITLE}\n{OPENING}\n一、主要举措和成效\n（一）加强组织领导\n研究法治议题6次。\n（二）规范执法\n办理案件312件。\n"
    "（三）化解纠纷\n调解纠纷80件。\n二、存在的不足和原因\n执法力量薄弱，主要原因是编制偏少。\n三、2026年工作安排\n组织轮训2期。"
)


def found(lint, text, *rules):
    return [
        (finding.line, finding.column, finding.message)
        for finding in lint(text).findings
        if finding.rule.split("/")[-1] in rules
    ]


def put(words):
    return BODY.replace("办理案件312件。", words)


KEPT_BADLY = [
    ("主要抓了四个方面：\n1.抓学习。\n2.抓执法。\n3.抓普法。", "前面说“四个方面”，后面列了 3 项"),
    ("采取三项措施：首先，抓学习。其次，抓执法。", "前面说“三项”，后面列了 2 项"),
    ("从四个方面发力。首先，完善制度。其次，强化执行。最后，加强监督。", "前面说“四个方面”，后面列了 3 项"),
    ("抓实四项重点：一要抓学习，二要抓执法，三要抓普法。", "前面说“四项”，后面列了 3 项"),
    ("抓好四件事：第一，抓学习；第二，抓执法；第三，抓普法。", "前面说“四件事”，后面列了 3 项"),
    ("健全五项机制：（1）会商机制；（2）通报机制；（3）考核机制；（4）问责机制。", "前面说“五项机制”，后面列了 4 项"),
    ("做到四个到位，一是认识到位。二是责任到位。三是保障到位。", "前面说“四个到位”，后面列了 3 项"),
    ("突出三个坚持：一是坚持党的领导。二是坚持以人民为中心。", "前面说“三个坚持”，后面列了 2 项"),
    ("实施四大行动：一是提升行动。二是规范行动。三是监督行动。", "前面说“四大行动”，后面列了 3 项"),
    ("开展5个专项行动：一是食品安全。二是燃气安全。三是扬尘治理。", "前面说“5个专项行动”，后面列了 3 项"),
    ("有以下三点原因：一是编制偏少；二是培训不足；三是机制不全；四是监督不力。", "前面说“三点”，后面列了 4 项"),
    ("存在五个方面的不足，一是力量薄弱；二是形式单一；三是审核不严。", "前面说“五个方面”，后面列了 3 项"),
    ("采取以下4条措施：（1）抓学习；（2）抓执法；（3）抓普法。", "前面说“4条”，后面列了 3 项"),
    ("一是抓学习。二是抓执法。三是抓普法。以上四项工作均列入考核。", "这里说“四项工作”，前面列了 3 项"),
    ("一是抓学习。二是抓执法。三是抓普法。上述五个方面的做法得到肯定。", "这里说“五个方面”，前面列了 3 项"),
]


@pytest.mark.parametrize(("words", "message"), KEPT_BADLY, ids=[row[1] for row in KEPT_BADLY])
def test_promises_that_are_not_kept(words, message, lint):
    ((line, column, said),) = found(lint, put(words), "promised-count")
    assert said == f"{message}，请核对是少写了还是数目没改"
    quoted = message.split("“")[1].split("”")[0]
    assert (line, column) == (7, words.index(quoted) + 1)


KEPT = [
    "主要抓了三个方面：一是抓学习；二是抓执法；三是抓普法。",
    "从制度、执法、监督三个方面发力：一是完善制度。二是规范执法。三是强化监督。四是推进公开。",
    "落实行政执法“三项制度”：一是强化公示。二是强化审核。",
    "深化行政执法三项制度，一是抓培训。二是抓考核。",
    "牢固树立“四个意识”，一是加强学习。二是抓好落实。",
    "全年制定规范性文件5件：一是住房保障2件。二是环境保护3件。",
    "全年开展专项行动5次：一是食品安全3次。二是燃气2次。",
    "发现问题9个，一是程序不规范5个；二是文书不完整4个。",
    "整改问题6项。一是完善制度，堵塞漏洞。二是压实责任，强化问责。",
    "建立制度4条。一是明确职责。二是规范流程。三是强化监督。",
    "推行四项举措：第一，设立专窗；第二，专人引导；第三，限时办结；第四，回访评价。",
    "从四个方面发力。首先，完善制度；其次，强化执行；同时，加强监督；最后，严格问责。",
    "从三个方面发力。首先，完善制度。其次，强化执行。最后，加强监督。",
    "一是抓学习。二是抓执法。以上四个领域均未发生重大事故。",
    "上述5个问题均已整改，以上3件案件均已执行。",
    "按照①类、②类、③类三个方面分类管理。",
    "突出“三个坚持”：一是坚持党的领导。二是坚持人民至上。三是坚持问题导向。",
    "着力破解三个难题：\n（1）取证难，配备记录仪。\n（2）执行难，建立会商机制。\n（3）协作难，联合执法。",
]


@pytest.mark.parametrize("words", KEPT)
def test_counts_that_promise_nothing_or_are_kept(words, lint):
    assert found(lint, put(words), "promised-count") == []


@pytest.mark.parametrize(
    ("opening", "messages"),
    [
        ("现分五个部分报告如下：", ["这里说“五个部分”，全文一级标题有 3 个，请核对是少写了还是数目没改"]),
        ("现分三个部分报告如下：", []),
        ("现从制度、执法两个方面报告如下：", []),
    ],
)
def test_parts_promised_in_the_opening(opening, messages, lint):
    text = BODY.replace("现将有关情况报告如下：", opening)
    assert [message for *_, message in found(lint, text, "promised-count")] == messages


LABELS = [
    ("二、存在", "二、二、存在", "label-form", "“二、”后面又有一个序号“二、”，请只留一个，或补上标题"),
    ("（二）规范", "（二）（二）规范", "label-form", "“（二）”后面又有一个序号“（二）”，请只留一个，或补上标题"),
    ("（二）规范", "（二）二、规范", "label-form", "“（二）”后面又有一个序号“二、”，请只留一个，或补上标题"),
    ("二、存在", "二、（一）存在", "label-form", "“二、”后面又有一个序号“（一）”，请只留一个，或补上标题"),
    ("二、存在", "二、2.存在", "label-form", "“二、”后面又有一个序号“2.”，请只留一个，或补上标题"),
    ("（二）规范执法", "（二）", "label-form", "“（二）”只有序号，没有标题和内容，请补写或删去"),
    ("二、存在", "二，存在", "numbering", "序号“二，”写法不对，按前后文应为“二、”，请改正"),
    ("二、存在", "二：存在", "numbering", "序号“二：”写法不对，按前后文应为“二、”，请改正"),
    ("二、存在", "贰、存在", "numbering", "序号“贰、”写法不对，按前后文应为“二、”，请改正"),
    ("二、存在", "第二、存在", "numbering", "序号“第二、”写法不对，按前后文应为“二、”，请改正"),
    ("（二）规范", "二）规范", "numbering", "序号“二）”写法不对，按前后文应为“（二）”，请改正"),
    ("（二）规范", "（二规范", "numbering", "序号“（二”写法不对，按前后文应为“（二）”，请改正"),
    ("一、主要", "一，主要", "numbering", "序号“一，”写法不对，按前后文应为“一、”，请改正"),
    ("办理案件312件。", "抓法治建设。二是抓执法。三是抓普法。", "lead-numbering",
     "序号从“二是”开始，前面没有“一是”，请核对是否漏了内容或序号有误"),
    ("（二）规范", "（二）、规范", "label-mark",
     "序号“（二）、”后的标点不合规范（共 1 处）：（一）后不加标点，“第一”后用逗号，“一是”后不停顿，请改正"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule", "message"), LABELS, ids=[row[1] for row in LABELS])
def test_labels(old, new, rule, message, lint):
    assert old in BODY
    place = BODY.index(old)
    line = BODY.count("\n", 0, place) + 1
    ((at, column, said),) = found(lint, BODY.replace(old, new, 1), rule)
    assert (at, said) == (line, message)
    assert column == 1 or new.startswith("抓法治")


FINE = [
    ("二、存在", "二、 存在"),
    ("（二）规范执法", "（二）规范执法。1.亮证；2.记录"),
    ("办理案件312件。", "三名同志受到表彰。\n5家企业修复信用。"),
    ("办理案件312件。", "1.亮证执法。\n2.全程记录。\n3.法制审核。"),
    ("办理案件312件。", "1.1 亮证执法\n检查120家。\n1.2 全程记录\n配备记录仪30台。"),
    ("办理案件312件。", "首先，亮证执法。二是全程记录。三是法制审核。"),
    ("办理案件312件。", "一方面强化培训，一方面强化考核，二是形成合力，三是久久为功。"),
    ("办理案件312件。", "办理案件312件，二是企业诉求的集中类型。"),
    ("办理案件312件。", "第一、第二、第三产业项目审批时限压缩30%。"),
    ("办理案件312件。", "第一，亮证执法；第二，全程记录。"),
]


@pytest.mark.parametrize(("old", "new"), FINE, ids=[row[1] for row in FINE])
def test_labels_that_are_right(old, new, lint):
    assert old in BODY
    rules = ("label-form", "label-mark", "numbering", "lead-numbering", "doubled-word", "promised-count")
    assert found(lint, BODY.replace(old, new, 1), *rules) == []
