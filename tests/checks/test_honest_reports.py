"""What long honest reports write, by the class of false alarm it once gave; beside each class a fault that is still told."""

from __future__ import annotations

import pytest

from reportlint.examples import as_document
from reportlint.folding import fold

TITLE = "云川市农业农村局2025年法治政府建设情况报告"
OPENING = "2025年，我局扎实推进法治政府建设。现将有关情况报告如下："


def found(lint, words, title=TITLE):
    """Rule and message of what is told as a fault in the words themselves."""
    text = f"{title}\n{OPENING}\n一、主要举措和成效\n{words}\n二、2026年工作安排\n加强学习，轮训执法人员2期。"
    lines = range(4, 5 + words.count("\n"))
    return [
        (finding.rule.split("/")[-1], finding.message)
        for finding in lint(text).findings
        if finding.severity != "info" and finding.line in lines and finding.rule.startswith("official-report/")
    ]


SPACED = [
    ("抽检农产品1 286批次，合格1 273批次，合格率99.0%。", "1,286批次"),
    ("发放补贴12 345.6万元，惠及1 024 768户。", "12,345.6万元"),
    ("单位\t受理\n松岚镇\t1 234\n锦汀街道\t5 678.5\n合计\t6 912.5", "\t1,234\n"),
    ("全年办理1\u2009286件。", "1,286件"),
    ("全年办理 1 286 件、１ 024件。", "办理 1,286 件、1,024件"),
]
UNSPACED = [
    "松岚镇 45 144",
    "合计 45 144 96.5%",
    "松岚镇 45 144 97.2%",
    "1 200家企业参加培训。",
    "请拨打0871 654 3210或12345 678。",
    "建于2 025年。",
    "G320 518路段",
]


@pytest.mark.parametrize(("written", "read"), SPACED)
def test_a_space_between_thousands_is_read_as_a_comma(written, read, lint):
    assert read in fold(as_document(written)).text
    assert found(lint, written) == []


@pytest.mark.parametrize("written", UNSPACED)
def test_numbers_held_apart_by_a_space_stay_apart(written):
    assert "," not in fold(as_document(written)).text


def test_figures_with_spaced_thousands_are_reckoned(lint):
    assert found(lint, "抽检农产品1 286批次，合格1 173批次，合格率99.0%。") == [
        (
            "rate-mismatch",
            "“合格率99.0%”与所写数字不符：抽检农产品1,286批次、合格1,173批次，应为91.2%，请核对",
        )
    ]


HONEST = [
    "推行“1+2+N”调解模式（1名律师、2名网格员、N位乡贤），调解纠纷36起。",
    "“鑫×贷”等3起非法集资案件由公安机关侦办，“云××链”案追回资金120万元。",
    "查扣侵犯“GU**I”“N*KE”商标专用权的服饰28件。",
    "①推行首违不罚。店主说：“改了就不罚，服气！”②推行提示在先。群众说：“办得快。”③推行一次检查。",
    "一是推行首违不罚，店主说：“改了就不罚，服气！”二是推行提示在先。三是推行一次检查。",
    '走访"放心店""诚信店"36家，"只跑一次"占99.3%，"一次不跑"占83.7%。',
    '1."一网通办"上线事项12项。2."一件事"办理36件。',
    "“叮当叮当”小剧场演出12场，“哔哩哔哩”账号播放3万次。",
    "文书隐去姓名，如“陈*明”，身份信息以“×××”代替。",
    "合同示范文本中的“____”由当事人填写，共修订12种。",
    "以上数据来自执法统计年报，个别指标四舍五入。",
    "水样加标回收率95%～105%，检测36批次。",
    "应出庭12人次，实际出庭13人次，多出的1人次为主动增加。",
    "开展“警营开放日”活动12场。",
    "线上满意率99.1%，线下满意率98.4%；男性干部参训率96%，女性干部参训率98%。",
    "线上办理占65%、线下办理占30%、电话预约占5%。",
    "一要抓早，二要抓小；再次强调，首先要依法，其次要讲情。",
    "大厅、网站、热线三个线上平台和公园、广场两个阵地同步更新。",
    "围绕上述三项任务，一是建机制，二是强队伍，三是重实效，四是严考核。",
    "服务群众126场次，开展普法宣传126名志愿者参与，办理退税案件1260万元。",
    "受理举报57件，查实19件，部分属实11件，不属实27件。",
    "负责人应出庭68件，出庭68件，正职出庭15件。",
    "群众来信恳请解决历史遗留的办证问题，326户已拿到证书。企业反映“恳请政府解决用水问题”的诉求，三日内得到回应。",
    "检察机关建议省、市有关部门协调解决跨界倾倒问题，三地已会签协议。",
    "请示件“以上请示妥否，请批示”之类的收发文登记已全部电子化。",
    "市公安局党组会议专题研究我局移送的线索。",
    "第一步，收集线索。第二步，比对。第一步和第二步由科室完成，第三步由专班完成。",
    "没有行政诉讼，协助乡镇办理行政诉讼2件。",
    "下一步，恳请各位代表、委员继续监督支持。",
    "收悉《关于恳请支持急救站点建设的函》后，5日内复函；请求上级复核的，依法告知途径。",
    "对照市县法治政府建设示范指标体系逐项自评，落实县法治政府建设实施方案12项任务。",
    # each has a whole of its own; a third part; a second go
    "线上办件满意率98%，线下办件满意率97%。",
    "线上办理占65%，线下办理占30%，其余为邮寄。",
    "抽检1250批次，不合格18批次，整改后复检合格，合格率99.8%。",
    # what came of suits, not the suits
    "没有行政复议、行政诉讼败诉案件，办理行政复议案件3件，均维持。",
    # round figures are turned round by chance
    "开展宪法宣传周，发放宣传资料1200份。开展国家安全教育日，发放宣传资料2100份。",
    "涉案金额待公安部门核实。下一批名单待司法行政部门确认。",
    # a body and the post named for it
    "培训综合行政执法总队总队长、副总队长，各支队支队长、政委130余人，大队大队长讲课。",
    # the whole area is no other place, nor are words that end like one
    "召开全市法治政府建设推进会，明确任务12项。",
    "2025年，听取全区法治政府建设情况汇报2次。",
    "引导乡镇坚持依法行政，规范执法36次。",
    # what was said in another year is studied in this one
    "学习在第十个国家宪法日之际作出的重要指示精神4次。",
    "学习在庆祝中国共产党成立100周年大会上的重要讲话2次。",
    "学习《不忘初心——纪念现行宪法公布施行40周年》一文1次。",
    "今年以来未制定文件，按《关于做好清理的通知》（云司发〔2025〕33号）执行。",
    "今年以来（2025年1月1日至2025年12月31日），办理案件65件。",
    "打造1处集休闲、健身、普法于一体的公共空间。",
    "2024年全区结转信息公开申请14件。2025年新收211件。",
    "全X光检查设备12台。",
    "选派2批人，赴外学习。补贴每月300元起，全年累计3次起，取消资格。",
]


@pytest.mark.parametrize("words", HONEST)
def test_an_honest_sentence_is_left_alone(words, lint):
    assert found(lint, words) == []


FAULTY = [
    ("推行“1+2+N”调解模式。全年走访企业N家。", "unfilled-figure"),
    ("“××贷”平台服务企业120家。", "masked-name"),
    ("接入“**云校”平台的学校120所。", "masked-name"),
    ("①推行首违不罚。店主说：“服气！”③推行一次检查。", "lead-numbering"),
    ("回收率105%，检测36批次。", "rate-over-100"),
    ("“陈×局长”主持会议4次。", "masked-name"),
    ("应出庭12人次，实际出庭13人次。", "part-over-whole"),
    ("推行推行首违不罚12件。", "doubled-word"),
    ("全X营商环境评价位列第3位，走访企业12家。", "masked-name"),
    ("约近300人参加培训12次。", "redundant-approximation"),
    ("由总队总队开展检查12次。", "doubled-word"),
    ("开展第十个国家宪法日宣传12场。", "anniversary"),
    ("今年以来，办理案件65件。", "partial-year"),
    ("查处“  ”等案件12件。", "empty-slot"),
    ("赤石市法治政府建设取得新成效，检查企业120家。", "foreign-place"),
    ("线上办理占65%，线下办理占45%。", "rate-mismatch"),
    ("抽检1250批次，不合格18批次，合格率99.8%。", "rate-mismatch"),
    ("没有行政复议、行政诉讼案件，办理行政复议案件3件。", "figure-conflict"),
    ("违法金额待法规科核实。", "leftover-instruction"),
    ("现就有关事项请示如下：请予支持。", "request-in-report"),
    ("案卷合格率100%以上。", "rate-over-100"),
    ("线上受理率65%，线下受理率45%。", "rate-mismatch"),
    ("大厅、网站、热线两个平台和公园、广场两个阵地同步更新。", "named-count"),
    ("出庭68件，出庭68件，正职出庭15件。", "doubled-word"),
    ("受理举报57件，属实36件、不属实28件。", "sum-mismatch"),
    ("执法力量薄弱，恳请解决用车问题。", "request-in-report"),
    ("市公安局党组会议专题研究移送的线索。", "other-body"),
]


@pytest.mark.parametrize(("words", "rule"), FAULTY)
def test_a_fault_that_looks_alike_is_told(words, rule, lint):
    assert [name for name, _ in found(lint, words)] == [rule]


def test_a_meeting_to_come_may_be_looked_forward_to(lint):
    title = "云川市农业农村局2021年法治政府建设情况报告"
    ahead = "以法治建设新成效护航党的二十大胜利召开。"
    past = "学习贯彻党的二十大精神。"
    said = [
        [f.rule.split("/")[-1] for f in lint(f"{title}\n2021年，我局认真履职。\n一、2022年工作安排\n{words}").findings]
        for words in (ahead, past)
    ]
    assert ["meeting-date" in rules for rules in said] == [False, True]


ENDS = [
    ("截至2025年11月30日，检查企业120家。\n截至2025年11月30日，办理案件35件。", 1),
    ("截至2025年11月30日，检查企业120家。\n截至2025年10月31日，办理案件35件。", 2),
    ("截至11月底，前2项已经决策，第3项处于专家论证阶段。", 0),
]


@pytest.mark.parametrize(("words", "times"), ENDS)
def test_one_date_up_to_which_is_counted_is_told_once(words, times, lint):
    assert [name for name, _ in found(lint, words)] == ["partial-year"] * times


ATTACHED = "云川市农业农村局\n2026年1月20日\n附件：1.法治政府建设数据（略）\n2.行政复议案件统计表（略）"


def test_what_is_attached_may_be_left_out(lint):
    text = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n检查企业120家。主要做法（略）。\n{ATTACHED}"
    said = [(f.line, f.column) for f in lint(text).findings if f.rule.endswith("/truncated-text")]
    assert said == [(4, 14)]


NO_POWER = [
    "本中心无行政许可、行政处罚、行政强制等职权。",
    "我委没有行政处罚、行政许可、行政强制等执法权。",
    "我会无行政处罚权、无行政强制权。",
]


@pytest.mark.parametrize("words", NO_POWER)
def test_a_body_that_says_it_has_no_power_of_enforcement_need_not_report_it(words, lint):
    text = f"云川市机关事务管理中心2025年法治政府建设情况报告\n{OPENING}\n一、主要举措和成效\n（一）规范办公用房\n{{}}调配办公用房3处，旁听行政处罚案件庭审1次。"
    rules = [[f.rule for f in lint(text.format(said)).findings] for said in ("", words)]
    assert ["law-based-government/enforcement-section" in one for one in rules] == [True, False]


def test_what_is_planned_is_not_told_as_done(draft):
    text = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n检查企业120家。\n二、2026年工作安排\n建成智慧监管平台1个，开展普法活动12场。"
    assert not draft(text).topic("digital")
    assert not draft(text).topic("publicity")


OUTLINE = [
    ("一、工作情况\n1.全面检查定点机构1,864家，处理712家，追回资金5,236万元，与公安、卫健、市场监管部门联合执法，移送线索若干，整改到位率较高，未发生重大案件", "全面检查定点机构1,864家"),
    ("●主要举措和成效\n▲抓学习，强基础\n开展学习12次，组织旁听庭审1次，全体干部参加考试，人人成绩优秀。\n▲抓监督，促公开\n主动公开信息120条，群众说：“看得见，也看得懂，这样的公开我们放心得很。”\n▲抓普法，促落实\n开展活动12场，发放资料3000份，接受群众咨询120人次。", "●主要举措和成效"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "title"), OUTLINE)
def test_headings_are_whole(body, title, draft):
    titles = [heading.title for heading in draft(f"{TITLE}\n{OPENING}\n{body}").outline.headings]
    assert title in titles
    assert not body.startswith("●") or len(titles) == 4


SPACED_OUT = [
    ("publicity", "全年开展普法 12 场次。"),
    ("next-plan", "2026 年，我局将着力抓好以下工作：轮训执法人员。"),
]


@pytest.mark.parametrize(("section", "words"), SPACED_OUT)
def test_a_space_beside_figures_hides_no_topic(section, words, draft):
    text = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n检查企业 120 家。\n{words}"
    spans = draft(text).topic(section)
    assert [text[span.start : span.end] for span in spans] == [words]


def test_a_list_below_a_note_is_a_list_of_its_own(lint):
    text = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n检查企业120家。\n附表:1.执法数据表\n　　　2.复议数据表"
    assert not [f for f in lint(text).findings if f.rule.endswith("/numbering")]


def test_the_sign_off_is_found_above_a_long_note(draft):
    note = "（联系人：综合科；电话：0000-12345；来访请于工作日上午9时至11时到解放路12号办公楼一楼群众来访接待室）"
    text = f"{TITLE}\n{OPENING}\n检查企业120家。\n云川市农业农村局\n2026年1月20日\n{note}"
    identity = draft(text).identity
    assert text[identity.date.start : identity.date.end] == "2026年1月20日"
    assert text[identity.signature.start : identity.signature.end] == "云川市农业农村局"


def test_a_comma_between_thousands_ends_no_clause(draft):
    words = "全面检查定点机构1,864家,处理712家"
    one = draft(words)
    assert [words[span.start : span.end] for span in (one.clause(2), one.clause(17))] == words.rsplit(",", 1)


ROWS = (
    "序号\t文件名称\t文号\t施行日期\n1\t云川市农业投入品监督管理和废弃物回收处置办法\t云农规〔2025〕1号\t2025年3月1日"
)


def test_a_table_kept_with_tabs_is_not_cut_at_its_last_row(lint):
    body = "检查企业120家，责令改正16家，立案8件，均已办结并公示，群众和企业都没有异议，案卷按规定归档。"
    text = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n{body}\n{body}\n云川市农业农村局\n2026年1月20日\n附件：规范性文件目录\n{ROWS}"
    assert not [f for f in lint(text).findings if f.rule.endswith("/cut-text")]
