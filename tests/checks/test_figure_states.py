"""The five states of the usual figures: given, declared to be zero, vague, not filled in, absent."""

from __future__ import annotations

import pytest

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.readers.ooxml import read_word
from reportlint.rulepacks import load_pack
from tests.readers.word.wordfiles import para, row, source, table

PLAN = Plan(load_pack())
HEADINGS = {
    "institutions": "健全依法行政制度体系",
    "decisions": "规范重大行政决策",
    "services": "优化政务服务",
    "enforcement": "规范行政执法",
    "disputes": "依法化解矛盾纠纷和复议应诉",
    "supervision": "强化监督和政务公开",
    "publicity": "加强法治宣传教育",
    "leadership": "加强组织领导",
    "emergencies": "健全突发事件应对体系",
}
BEHIND = "二、存在的不足\n原因是编制少。\n三、下一步打算\n加强学习。"
GIVEN = [
    ("institutions", "制定规范性文件数", "全年共出台行政规范性文件5件。"),
    ("institutions", "制定规范性文件数", "印发《青岚区物业管理办法》等规范性文件三件。"),
    ("institutions", "合法性审核数", "对送审的47份文稿逐一进行了合法性审查。"),
    ("institutions", "合法性审核数", "合法性审核率达到100%。"),
    ("institutions", "清理数", "废止不合时宜的文件12件，修改3件。"),
    ("institutions", "备案数或备案率", "按时向区政府和区人大报备4件。"),
    ("decisions", "重大行政决策事项数", "将“十五五”规划编制等6个事项列入年度重大行政决策目录。"),
    ("decisions", "重大行政决策事项数", "《青岚区古桥保护管理办法》列为年度重大行政决策事项。"),
    ("enforcement", "法制审核件数", "重大执法决定法制审核率为100％。"),
    ("decisions", "审查合同数", "法律顾问审核各类经济合同137份。"),
    ("decisions", "法律顾问和公职律师人数", "聘请2家律师事务所担任法律顾问，现有公职律师5名。"),
    ("decisions", "集体研究事项数", "召开局长办公会34次，研究重要事项210项。"),
    ("services", "办件量", "政务大厅窗口累计受理各类业务2.3万件。"),
    ("services", "政务服务或许可事项数", "认领省级基本目录，编制公布行政许可事项清单61项。"),
    ("services", "热线诉求办理数", "承办12345热线工单3,102件。"),
    ("enforcement", "持证执法人员数", "全局在岗执法人员57人全部持证。"),
    ("enforcement", "行政检查次数", "出动执法人员2,310人次，检查经营场所864家次。"),
    ("enforcement", "行政处罚件数", "全年立案118起，办结115起。"),
    ("enforcement", "行政处罚件数", "作出行政处罚决定九十三件。"),
    ("enforcement", "罚没金额", "罚没款合计126.5万元。"),
    ("disputes", "行政复议案件数", "收到行政复议申请13件，受理11件。"),
    ("disputes", "行政应诉案件数", "参加诉讼8件，其中一审5件、二审3件。"),
    ("disputes", "负责人出庭应诉率", "行政机关负责人出庭应诉率为100%。"),
    ("disputes", "调解纠纷数", "各级调解组织化解矛盾纠纷2,046件。"),
    ("disputes", "信访办理数", "办理群众来信来访412件（批）。"),
    ("supervision", "建议提案办理数", "承办人大代表建议17件、政协提案22件。"),
    ("supervision", "主动公开信息数", "通过门户网站主动公开政府信息1,108条。"),
    ("supervision", "依申请公开数", "受理依申请公开9件，均在法定期限内答复。"),
    ("publicity", "普法活动场次", "组织“法律进企业”36场（次）。"),
    ("publicity", "受众人数", "受教育群众达3.4万余人次。"),
    ("publicity", "学法考试参考率或合格率", "年度学法考试参考率、合格率均为100%。"),
    ("leadership", "述法人数", "52名党政主要负责人进行了述法。"),
    ("emergencies", "应急演练次数", "组织综合性应急演练八场。"),
]
ZERO = [
    ("institutions", "制定规范性文件数", "本年度我局未制定行政规范性文件。"),
    ("institutions", "制定规范性文件数", "2025年没有出台规范性文件。"),
    ("institutions", "制定规范性文件数", "全年制定规范性文件0件。"),
    ("institutions", "制定规范性文件数", "我局无规范性文件制定权限，未发文。"),
    ("institutions", "制定规范性文件数", "规范性文件制定数为零。"),
    ("institutions", "备案数或备案率", "没有需要备案的文件。"),
    ("decisions", "重大行政决策事项数", "本年度无重大行政决策事项。"),
    ("decisions", "重大行政决策事项数", "未列入区政府重大行政决策目录。"),
    ("decisions", "重大行政决策事项数", "2025年未作出重大行政决策。"),
    ("decisions", "审查合同数", "全年未签订合同。"),
    ("services", "政务服务或许可事项数", "我局无行政许可事项。"),
    ("services", "办件量", "未受理行政许可申请。"),
    ("enforcement", "行政处罚件数", "全年未实施行政处罚。"),
    ("enforcement", "行政处罚件数", "行政处罚案件为0。"),
    ("enforcement", "行政处罚件数", "没有办理行政处罚案件。"),
    ("enforcement", "持证执法人员数", "我单位无行政执法人员。"),
    ("disputes", "行政复议案件数", "未发生行政复议案件。"),
    ("disputes", "行政复议案件数", "全年无行政复议、行政诉讼案件。"),
    ("disputes", "行政应诉案件数", "全年无行政复议、行政诉讼案件。"),
    ("disputes", "行政应诉案件数", "行政诉讼“零发生”。"),
    ("disputes", "行政复议案件数", "没有收到行政复议申请。"),
    ("disputes", "行政应诉案件数", "行政应诉0件。"),
    ("disputes", "行政复议案件数", "实现行政复议零纠错、行政诉讼零败诉，未被提起行政复议。"),
    ("disputes", "行政复议案件数", "不存在被申请行政复议的情形。"),
    ("supervision", "建议提案办理数", "本年度未收到人大代表建议和政协提案。"),
    ("supervision", "建议提案办理数", "没有承办人大代表建议、政协提案。"),
    ("supervision", "依申请公开数", "未收到政府信息公开申请，依申请公开为零。"),
    ("supervision", "依申请公开数", "依申请公开0件。"),
    ("supervision", "建议提案办理数", "建议提案承办量为0件。"),
]
VAGUE = [
    ("publicity", "受众人数", "开展普法活动12场次，受众数十人次。"),
    ("institutions", "制定规范性文件数", "出台规范性文件多件。"),
    ("institutions", "合法性审核数", "完成合法性审核数十件。"),
    ("institutions", "清理数", "清理文件上百件。"),
    ("decisions", "审查合同数", "审查合同若干份。"),
    ("decisions", "重大行政决策事项数", "研究重大决策事项十余项。"),
    ("decisions", "法律意见数", "法律顾问提出意见几十条。"),
    ("services", "办件量", "办理各类业务上千件。"),
    ("services", "政务服务或许可事项数", "梳理政务服务事项几十项。"),
    ("services", "服务企业数", "走访企业几十家。"),
    ("enforcement", "行政检查次数", "开展行政检查数百次。"),
    ("enforcement", "行政处罚件数", "办理处罚案件十余件。"),
    ("enforcement", "持证执法人员数", "持证执法人员数十名。"),
    ("enforcement", "行政检查次数", "检查企业百余家。"),
    ("enforcement", "执法培训数", "组织执法培训多次。"),
    ("disputes", "行政复议案件数", "办理行政复议案件十几件。"),
    ("disputes", "行政应诉案件数", "行政应诉案件数件。"),
    ("disputes", "调解纠纷数", "调解矛盾纠纷几百起。"),
    ("disputes", "信访办理数", "办理信访事项数十件。"),
    ("supervision", "主动公开信息数", "主动公开信息近千条。"),
    ("supervision", "主动公开信息数", "发布政务信息数百条。"),
    ("supervision", "建议提案办理数", "办理建议提案十余件。"),
    ("publicity", "普法活动场次", "开展普法活动数十场。"),
    ("publicity", "普法活动场次", "举办法治讲座多场次。"),
    ("publicity", "受众人数", "惠及群众数千人。"),
    ("publicity", "发放资料数", "发放宣传资料上万份。"),
    ("publicity", "普法活动场次", "开展各类宣传活动十余次。"),
    ("leadership", "专题学习（学法）次数", "组织专题学法十多次。"),
    ("leadership", "研究法治工作的会议或议题数", "召开专题会议多次。"),
    ("emergencies", "应急演练次数", "开展应急演练十几场。"),
    ("emergencies", "应急预案数", "修订应急预案若干个。"),
]
UNFILLED = [
    ("institutions", "制定规范性文件数", "制定规范性文件XX件。"),
    ("institutions", "合法性审核数", "合法性审核××件。"),
    ("institutions", "清理数", "清理文件xx件。"),
    ("institutions", "备案数或备案率", "备案率xx%。"),
    ("decisions", "审查合同数", "审查合同**份。"),
    ("decisions", "重大行政决策事项数", "重大行政决策事项X项。"),
    ("decisions", "法律顾问和公职律师人数", "现有公职律师XX名。"),
    ("services", "办件量", "办理XXXX件。"),
    ("services", "政务服务或许可事项数", "政务服务事项x大项。"),
    ("services", "热线诉求办理数", "办理热线诉求□□件。"),
    ("enforcement", "持证执法人员数", "持证执法人员XX人。"),
    ("enforcement", "行政检查次数", "开展检查xxx次。"),
    ("enforcement", "行政处罚件数", "立案××起。"),
    ("enforcement", "罚没金额", "罚没款XX万元。"),
    ("disputes", "行政复议案件数", "行政复议XX件。"),
    ("disputes", "行政应诉案件数", "行政应诉xx件。"),
    ("disputes", "负责人出庭应诉率", "负责人出庭应诉率XX%。"),
    ("disputes", "调解纠纷数", "调解纠纷○○件。"),
    ("disputes", "信访办理数", "办理信访xx件。"),
    ("supervision", "建议提案办理数", "办理建议提案XX件。"),
    ("supervision", "主动公开信息数", "主动公开信息**条。"),
    ("supervision", "依申请公开数", "依申请公开××件。"),
    ("publicity", "普法活动场次", "开展普法活动xx场次。"),
    ("publicity", "受众人数", "受众xx万人次。"),
    ("publicity", "学法考试参考率或合格率", "学法考试参考率xx%。"),
    ("publicity", "发放资料数", "发放资料xxxx份。"),
    ("leadership", "专题学习（学法）次数", "专题学习XX次。"),
    ("leadership", "述法人数", "述法XX人。"),
    ("emergencies", "应急演练次数", "开展应急演练XX次。"),
]
ABSENT = [
    ("institutions", "制定规范性文件数", "严格规范性文件制定程序，落实审核备案制度。"),
    ("institutions", "合法性审核数", "充分发挥合法性审核把关作用。"),
    ("decisions", "重大行政决策事项数", "严格履行重大行政决策法定程序。"),
    ("decisions", "审查合同数", "加强合同管理，防范法律风险。"),
    ("services", "办件量", "优化办事流程，方便群众办事。"),
    ("services", "政务服务或许可事项数", "动态调整事项清单，规范办事指南。"),
    ("enforcement", "持证执法人员数", "落实持证上岗制度。"),
    ("enforcement", "行政检查次数", "推行“双随机、一公开”监管。"),
    ("enforcement", "行政处罚件数", "规范行政处罚裁量权。"),
    ("enforcement", "罚没金额", "严格执行罚缴分离，罚没收入上缴国库。"),
    ("enforcement", "案卷评查数", "开展案卷评查，提高办案质量。"),
    ("enforcement", "法制审核件数", "实行重大执法决定法制审核。"),
    ("disputes", "行政复议案件数", "自觉履行行政复议决定。"),
    ("disputes", "行政应诉案件数", "支持法院依法受理行政案件，做好应诉工作。"),
    ("disputes", "负责人出庭应诉率", "落实负责人出庭应诉制度。"),
    ("disputes", "信访办理数", "推进信访工作法治化。"),
    ("disputes", "司法建议和检察建议数", "及时回复司法建议、检察建议。"),
    ("supervision", "建议提案办理数", "认真办理建议提案，主动接受人大、政协监督。"),
    ("supervision", "主动公开信息数", "坚持以公开为常态、不公开为例外。"),
    ("supervision", "依申请公开数", "规范依申请公开办理流程。"),
    ("publicity", "普法活动场次", "落实“谁执法谁普法”责任制。"),
    ("enforcement", "行政处罚件数", "行政处罚无一被复议撤销，全部执行到位。"),
    ("enforcement", "持证执法人员数", "严禁无执法证人员上岗执法。"),
    ("disputes", "行政复议案件数", "行政复议无纠错，依法履行决定。"),
    ("enforcement", "行政检查次数", "第12次召开检查工作部署会。"),
    ("publicity", "普法活动场次", "贯彻《法治宣传教育法》，落实“八五”普法规划。"),
    ("institutions", "制定规范性文件数", "未经合法性审核的规范性文件不得提交审议。"),
    ("institutions", "合法性审核数", "未经合法性审查不上会。"),
    ("supervision", "建议提案办理数", "对未按时答复的建议提案进行督办。"),
    ("disputes", "行政应诉案件数", "对无正当理由不出庭应诉的予以通报。"),
]


def status(section, figure, sentence):
    text = f"青岚区人民政府2025年法治政府建设情况报告\n一、{HEADINGS[section]}\n{sentence}\n{BEHIND}"
    return [answer.status for answer in check_document(as_document(text), PLAN).answers if answer.title == figure]


@pytest.mark.parametrize(("section", "figure", "sentence"), GIVEN)
def test_given(section, figure, sentence):
    assert status(section, figure, sentence) == ["answered"]


@pytest.mark.parametrize(("section", "figure", "sentence"), ZERO)
def test_declared_to_be_zero(section, figure, sentence):
    assert status(section, figure, sentence) == ["zero-declared"]


@pytest.mark.parametrize(("section", "figure", "sentence"), VAGUE)
def test_vague(section, figure, sentence):
    assert status(section, figure, sentence) == ["vague"]


@pytest.mark.parametrize(("section", "figure", "sentence"), UNFILLED)
def test_not_filled_in(section, figure, sentence):
    assert status(section, figure, sentence) == ["unfilled"]


@pytest.mark.parametrize(("section", "figure", "sentence"), ABSENT)
def test_absent(section, figure, sentence):
    assert status(section, figure, sentence) == ["missing"]


def test_a_tables_cells_give_figures_without_units():
    body = (
        para("青岚区人民政府2025年法治政府建设情况报告") + para("一、规范行政执法") + para("持证执法人员21名，执法情况见下表：")
        + table(row("单位", "行政检查（次）", "行政处罚（件）"), row("城管局", "120", "43"))
    )  # fmt: skip
    report = check_document(read_word(source(body)), PLAN)
    assert [f.message for f in report.findings if f.rule.endswith("enforcement-usual-figures")] == []
