"""Organs of another rank, other departments, and the own name with a character changed."""

from __future__ import annotations

import pytest

DISTRICT = "青岚区"
COUNTY = "临溪县"
CITY = "云川市"
TOWN = "松岚镇"
BUREAU = "青岚区教育局"
COMMISSION = "青岚区卫生健康委员会"
RULES = ("other-rank", "other-body", "foreign-place", "self-reference")


def found(lint, body, words, tail=""):
    opening = (
        f"2025年，{body}贯彻习近平法治思想，扎实推进法治政府建设，{body}各项工作取得新进展。现将有关情况报告如下："
    )
    text = f"{body}2025年法治政府建设情况报告\n{opening}\n一、主要举措和成效\n{words}\n二、2026年工作安排\n加强培训。{tail}"
    return [
        (f.rule.split("/")[-1], f.line, f.column, f.message)
        for f in lint(text).findings
        if f.rule.split("/")[-1] in RULES
    ]


def rank(body, word, count=1):
    many = f"（同类共{count}处）" if count > 1 else ""
    return f"这是“{body}”的报告，这里写的是“{word}”{many}，请核对是否套用了别处的稿子"


RANKS = [
    # body, words, column, word, how many
    (DISTRICT, "县长切实履行第一责任人职责。", 1, "县长", 1),
    (DISTRICT, "县委、县政府重视，在县委领导下工作。", 1, "县委", 2),
    (DISTRICT, "组织学法，全县执法人员120人参加。", 6, "全县", 1),
    (DISTRICT, "县司法局组织培训3场。", 1, "县司法局", 1),
    (DISTRICT, "我市召开常务会议学法5次。", 1, "我市", 1),
    (DISTRICT, "市长主持召开常务会议学法5次。", 1, "市长", 1),
    (BUREAU, "县政府常务会议研究教育法治工作。", 1, "县政府", 1),
    (BUREAU, "我市教育系统开展法治宣传12场。", 1, "我市", 1),
    (COUNTY, "区长带头出庭应诉2次。", 1, "区长", 1),
    (COUNTY, "区政府常务会议学法5次。", 1, "区政府", 1),
    (COUNTY, "全区共建成法治公园3个。", 1, "全区共建", 1),
    (TOWN, "乡党委书记带头学法。", 1, "乡党委", 1),
    (TOWN, "全乡共有法律明白人35名。", 1, "全乡", 1),
    (TOWN, "街道党工委召开会议6次。", 1, "街道党工委", 1),
    (COMMISSION, "局党组研究法治工作4次，局机关学法12次。", 1, "局党组", 1),
    (DISTRICT, "县直部门学法，县委依法治县办开展督察。", 1, "县直部门", 3),
    (DISTRICT, "由县委全面依法治县办牵头。", 2, "县委", 2),
    (DISTRICT, "市政府常务会议专题研究法治议题5次。", 1, "市政府常务会议", 1),
    (CITY, "区政府常务会议专题研究法治议题5次。", 1, "区政府常务会议", 1),
    (CITY, "县委、县政府高度重视法治建设。", 1, "县委、县政府", 1),
    (CITY, "省长主持召开常务会议12次。", 1, "省长", 1),
    (BUREAU, "委党组专题研究法治工作4次。", 1, "委党组", 1),
    (BUREAU, "厅长主持召开党组会议4次。", 1, "厅长", 1),
    (COMMISSION, "局长主持召开党组会议4次。", 1, "局长", 1),
    (COMMISSION, "由局主要负责人出庭应诉2次。", 2, "局主要负责人", 1),
]


@pytest.mark.parametrize(("body", "words", "column", "word", "count"), RANKS, ids=[f"{r[0]}-{r[1]}" for r in RANKS])
def test_another_rank(body, words, column, word, count, lint):
    assert found(lint, body, words) == [("other-rank", 4, column, rank(body, word, count))]


def place(word, own):
    return f"这里写的是“{word}”，标题是“{own}”的报告，请核对是否写错，或者是外地稿子里留下的地名"


SLIPS = [
    (CITY, "云州市司法局组织培训3场。", 1, "云州市"),
    (CITY, "2025年，云州市出台规章2件。", 7, "云州市"),
    (DISTRICT, "青岗区司法局组织培训3场。", 1, "青岗区"),
    (DISTRICT, "青岚县司法局组织培训3场。", 1, "青岚县"),
    (COUNTY, "在临西县委领导下开展培训3场。", 2, "临西县"),
    (COUNTY, "临溪区司法局组织培训3场。", 1, "临溪区"),
    (TOWN, "松风镇召开会议6次。", 1, "松风镇"),
    (TOWN, "松岚乡召开会议6次。", 1, "松岚乡"),
]


@pytest.mark.parametrize(("body", "words", "column", "word"), SLIPS, ids=[words for _, words, _, _ in SLIPS])
def test_a_place_with_a_character_or_the_rank_changed(body, words, column, word, lint):
    assert found(lint, body, words) == [("foreign-place", 4, column, place(word, body))]


def test_a_slip_in_the_opening_is_told_there(lint):
    text = f"{DISTRICT}2025年法治政府建设情况报告\n2025年，青岗区坚持依法行政，青岚区扎实推进法治政府建设。现将有关情况报告如下：\n青岚区检查3次。"
    said = [(f.line, f.column) for f in lint(text).findings if f.rule.endswith(("/opening-place", "/foreign-place"))]
    assert said == [(2, 7)]


BODIES = [
    (
        "加强学习。",
        "\n青岚区民政局\n2026年1月10日",
        (7, 1, "标题是“青岚区教育局”的报告，落款却是“青岚区民政局”，请核对是否套用了别的单位的稿子"),
    ),
    (
        "区财政局将继续推进法治建设。",
        "",
        (4, 1, "这是“青岚区教育局”的报告，这里写的是“区财政局”，请核对是否套用了别的单位的稿子"),
    ),
    (
        "区民政局坚持以习近平法治思想为指导。",
        "",
        (4, 1, "这是“青岚区教育局”的报告，这里写的是“区民政局”，请核对是否套用了别的单位的稿子"),
    ),
    ("青岚区教肓局培训3场。", "", (4, 1, "“青岚区教肓局”与标题里的“青岚区教育局”差一个字，请核对是否写错")),
    ("青岚区教育居培训3场。", "", (4, 1, "“青岚区教育居”与标题里的“青岚区教育局”差一个字，请核对是否写错")),
]


@pytest.mark.parametrize(("words", "tail", "finding"), BODIES, ids=[words + tail for words, tail, _ in BODIES])
def test_another_department(words, tail, finding, lint):
    assert found(lint, BUREAU, words, tail) == [("other-body", *finding)]


HONEST = [
    (DISTRICT, "区委书记、区长带头讲课，全市首个法治公园落户我区，位居我市前列。"),
    (DISTRICT, "市长到我区调研，市委、市政府作出部署。市委书记主持召开全市会议后，区委专题传达。"),
    (DISTRICT, "与毗邻的临溪县建立协作机制，县政府、区政府联合印发方案。"),
    (DISTRICT, "落实县处级干部学法制度，县级以上人民政府应当公开，在全国县域治理培训班交流。"),
    (DISTRICT, "对照《县政府法治建设考核办法》落实，“全县通办”做法受到肯定，各县政府、各镇长述法。"),
    (DISTRICT, "撤县设区前的县政府文件12件得到清理，组织县（区）交叉评查，县司法局参加。"),
    (DISTRICT, "青年区块链企业、青岚区域协调、青山区法院判决，青云区、青山区、青岚区位列前三。"),
    (DISTRICT, "原青岚县政府文件已清理，青岚县更名以来，青岚镇、青岚街道开展普法。"),
    (COUNTY, "县长主持召开常务会议，全县建成公园3个，自治区党委部署，区政府规章清理完成。"),
    (COUNTY, "工业园区委托执法，园区管委会签订协议，在全区率先完成改革，灌区管理规范，全区域普法。"),
    (COUNTY, "各乡镇长述法，镇党委书记、乡长签订责任书，小区长效治理有效。"),
    (COUNTY, "在临溪市委、市政府领导下，临溪市司法局开展普法。"),
    (COUNTY, "临溪镇开展普法，临溪县城区政府大楼改造，与临江县司法局签订协作协议。"),
    (CITY, "县长、区长述法，各县委、县政府落实责任，全县通办试点，我市认真履职，市长主持召开常务会议。"),
    (CITY, "云川县司法局、云川区政府完成试点，云川市场主体、四川市场主体、山川市政工程受检查。"),
    (CITY, "杭州市司法局来我市调研，与川州市签订协议。"),
    (CITY, "青岚区推行一站式调处，成效明显。区委、区政府高度重视，区政府常务会议专题研究法治议题5次。"),
    (CITY, "区政府部门、各县（区）政府落实，省委、省政府作出部署，省长主持召开全省会议后，市政府研究落实。"),
    (DISTRICT, "市政府常务会议专题研究我区法治议题2次，市委常委会听取汇报后区委跟进。"),
    (DISTRICT, "落实依法治省、依法治市、依法治县部署，推进依法治区。"),
    (BUREAU, "市委机关、区委机关来访，市教委委党组与局党组共同学习，省教育厅厅长主持召开会议。"),
    (TOWN, "镇党委书记、镇长履职，县委、县政府部署，区委、区政府支持，全县推广我镇做法。"),
    (TOWN, "乡镇政府履职清单落地，乡村法治讲堂开讲，乡贤参与调解，全乡村振兴，街道、乡镇交流。"),
    (TOWN, "市、县、乡政府三级联动，松岚村、松岚街道开展调解，全镇共调解36件。"),
    (BUREAU, "局党组召开会议，会同区民政局检查，区司法局认真履行指导职责，区长调研。"),
    (BUREAU, "青岚区教育系统、青岚区教育工会、青岚区体育局、青岚区民政局共同参加。"),
    (COMMISSION, "委党组研究法治工作，区市场监管局局党组来访，区疾控局局长参加，市卫健委党组调研。"),
]


@pytest.mark.parametrize(("body", "words"), HONEST, ids=[words for _, words in HONEST])
def test_what_may_be_named(body, words, lint):
    assert found(lint, body, words) == []


@pytest.mark.parametrize(
    "signed", ["青岚区教育局", "中共青岚区委教育工作委员会", "云川市青岚区教育局", "区教育局", "青岚区教育体育局"]
)
def test_signed_by_the_own_body(signed, lint):
    assert found(lint, BUREAU, "加强学习。", f"\n{signed}\n2026年1月10日") == []


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("2025年青岚区法治政府建设情况报告", 1),
        ("2025年法治政府建设情况报告", 0),
        ("关于2025年法治政府建设情况的报告", 0),
    ],
)
def test_a_title_that_begins_with_the_year(title, column, lint):
    text = f"{title}\n2025年，扎实推进法治政府建设各项工作，取得新进展。现将有关情况报告如下：\n县政府常务会议研究法治议题5次。"
    said = [f.column for f in lint(text).findings if f.rule.endswith("/other-rank")]
    assert said == [column] * bool(column)
