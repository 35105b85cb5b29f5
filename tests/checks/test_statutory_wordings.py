"""The statute's items in the words of honest reports, and the ways in which they are missing, empty or hollow."""

from __future__ import annotations

import pytest

from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.rulepacks import load_pack

PLAN = Plan(load_pack(), load_pack("official-report"), answers=False)
HEAD = (
    "云川市交通运输局2025年度法治政府建设情况报告\n\n"
    "2025年，云川市交通运输局认真贯彻中央和省市部署，现将有关情况报告如下。\n\n"
    "一、主要做法和成效\n"
    "（一）健全制度。制定行政规范性文件2件，合法性审核2件，备案率100%。党组会议学习习近平法治思想6次。\n"
    "（二）规范执法。持证执法人员86名，检查车辆1,260辆次，办理行政处罚案件212件，罚款96.4万元。\n"
    "（三）化解纠纷。办理行政复议案件3件，行政应诉案件2件，调解纠纷18件。\n"
    "（四）政务公开。主动公开信息320条，办理建议提案21件。\n"
    "（五）深入普法。开展法治宣传活动24场次，受众1.6万人次。\n"
)
LEADER = "二、主要负责人履行法治建设第一责任人职责情况\n局长主持局务会研究法治工作4次，带头述法。\n"
PROBLEMS = "三、存在的不足和原因\n一是执法装备老化，原因是财政投入不足。二是案卷制作不够规范，主要是培训针对性不强。\n"
PLANS = "四、2026年主要安排\n一是更新执法装备。二是开展案卷制作集训，每季度评查一次。\n"
SIGN_OFF = "\n云川市交通运输局\n2026年1月15日\n"
LEADER_HEAD = "二、主要负责人履行法治建设第一责任人职责情况\n"
PROBLEMS_HEAD = "三、存在的不足和原因\n"
PLANS_HEAD = "四、2026年主要安排\n"


def found(leader=LEADER, problems=PROBLEMS, plans=PLANS):
    report = check_document(as_document(HEAD + leader + problems + plans + SIGN_OFF), PLAN)
    return {f.rule.split("/")[-1] for f in report.findings if f.severity in ("error", "warning")}


HONEST_LEADERS = [
    "二、坚持高位统筹\n局长先后3次组织召开法治建设专题会，与各科室签订责任状14份，严格兑现奖惩。\n",
    "二、扛牢政治责任\n局党组书记带头宣讲习近平法治思想2次，带队检查5次，亲自协调解决重大涉法问题4个。\n",
    "二、局长履职\n主持局务会议事22次，凡涉重大执法决定，均听取法制机构意见。\n",
    "二、加强领导\n党组书记、局长任组长，亲自研究部署法治工作5次；中心组学法6次。\n",
    "二、党政“一把手”抓法治情况\n局党组书记、局长坚持对法治建设工作常抓常议，主持召开会议2次，逐件批阅信访积案12件。\n",
    "二、主要领导以上率下推进法治建设\n局长带头学法8次，带头出庭应诉1次，带头在年终会上述法。\n",
    "二、负责人履责\n局长把法治政府建设牢牢抓在手上，全年5次在局务会上部署法治工作，到8个基层单位调研。\n",
    "二、法治建设责任落实情况\n（一）党组书记履职情况。主持党组会学法6次，研究解决执法经费等问题4个。\n",
    "二、加强领导\n作为推进法治建设第一责任人，局长定期召开专题会议，对重大案件亲自审核把关。\n",
    "二、压实责任\n局长严格落实法治建设第一责任，主持召开案件会审会13次，审议案件41件。\n",
    "二、领导带头\n局长作为单位法治建设“第一责任人”，将法治工作列入党组议程，每季度听取情况汇报。\n",
    "二、健全机制\n主要领导每季度听取一次工作汇报、研究一批难点问题、督办一批重点任务，推动23项任务落地。\n",
    "二、抓“头雁”\n主要负责人既挂帅又出征，先后研究、部署法治工作5次，现场督导中队办案9次。\n",
    "二、组织推动\n局长对法治建设工作负总责，主持召开局务会研究法治事项4次，包案化解积案13件。\n",
]
HONEST_PROBLEMS = [
    "三、存在的不足\n一是执法监督刚性不足。监督人员多为兼职，发现问题后碍于情面。\n",
    "三、存在的不足\n乡镇点多面广，9名执法人员要管17个村，巡查难以兼顾。\n",
    "三、存在的不足\n一是法治人才紧缺，这里面有待遇低的因素，也有发展空间小的因素。\n",
    "三、存在的不足\n一是案卷质量不高，背后是审核走过场。\n",
    "三、存在的不足\n一是复议案件积压，新法实施后案件翻番，人员却没有增加。\n",
    "三、存在的不足\n执法全过程记录落实不严，个别队员图省事、嫌麻烦。\n",
    "三、自我检视\n普法的针对性还不强，是因为对群众需求摸得不准。\n",
    "三、下一步需要解决的问题\n案卷质量不高，主要是审核环节人手紧。\n",
    "三、问题与差距\n基层站所平均年龄49岁，这是多年未招录新人造成的。\n",
    "三、还需努力的地方\n对新业态的监管办法不多，主要在于法规依据不足。\n",
    "三、薄弱环节及成因\n案卷质量不高。成因是法制员少、审核时间紧。\n",
    "三、有待解决的问题\n执法标准不统一，主要是缺少裁量细则。\n",
    "同时，在解决群众急难愁盼问题上还存在不足，原因是人手少。\n",
    "三、制约因素\n执法人员身份编制问题长期没有解决，导致队伍不稳。\n",
    "三、工作中存在的短处\n案卷质量不高，与法制员少、流动快有关。\n",
    "三、不足\n大数据取证标准还需统一。这主要是知识更新不够快所致。\n",
    "三、仍需改进的方面\n合规人员缺口较大，主要因为专业人才竞争激烈。\n",
    "工作中也有不尽如人意之处。一是答复举证不充分，说明内部审核没有真正发挥作用，原因是人员少。\n",
    "回顾一年工作，存在两个明显的不足。其一，项目档案不齐，由于平时指导不够；其二，法律知识储备不多。\n",
]
HONEST_PLANS = [
    "四、新的一年怎么办\n更新执法装备；规范案卷制作。\n",
    "四、今后一个时期的考虑\n更新执法装备；开展案卷集训。\n",
    "四、工作设想\n更新执法装备；开展案卷集训。\n",
    "四、打算\n更新执法装备；开展案卷集训。\n",
    "四、2026年怎么干\n抓装备更新，抓案卷评查，抓普法创新。\n",
    "四、奋进2026\n我局将更新装备，规范案卷制作。\n",
    "四、2026年法治交通建设路线图\n更新一批装备、培训一批骨干、出台一批制度。\n",
    "四、后续工作安排\n更新执法装备，规范案卷制作。\n",
    "四、接续奋斗的目标任务\n2026年，更新执法装备60套，全员轮训一遍，案卷合格率提升到98%以上。\n",
    "2026年，一方面完善巡查监测，做到早发现早制止；另一方面制定标准化流程，由法制股前置审查。\n",
    "来年，我局将更新执法装备，开展案卷制作集训。\n",
]
HONEST_BOTH = [
    "三、问题与下一步\n执法装备老化，原因是投入不足。2026年，我们将：一是更新装备。二是规范案卷。\n",
    "三、面临的挑战与改进思路\n执法装备老化，原因是投入不足。2026年将更新装备，并对案卷制作开展集训。\n",
    "三、对标找差，持续改进\n我局执法装备还比较落后，原因是投入不足。今后要更新装备，抓好案卷集训。\n",
    "三、正视问题、谋划明年\n执法装备老化，源于投入不足。2026年，更新装备，抓好案卷集训。\n",
    "在肯定成绩的同时，我们也看到，装备老化、案卷不规范等问题仍然存在，主要是投入不足。2026年，我局将更新装备，开展集训。\n",
]


@pytest.mark.parametrize("words", HONEST_LEADERS)
def test_the_principal_s_own_acts_are_recognised(words):
    assert found(leader=words) == set()


@pytest.mark.parametrize("words", HONEST_PROBLEMS)
def test_shortcomings_are_recognised(words):
    assert found(problems=words) - {"numbering"} == set()


@pytest.mark.parametrize("words", HONEST_PLANS)
def test_plans_are_recognised(words):
    assert found(plans=words) == set()


@pytest.mark.parametrize("words", HONEST_BOTH)
def test_shortcomings_and_plans_in_one(words):
    assert found(problems=words, plans="") == set()


BAD_LEADERS = [
    ("二、企业主体责任\n督促企业主要负责人履行安全生产第一责任人职责，约谈企业12家。\n", "first-responsible-section"),
    ("二、科室负责人履职\n各科室主要负责人认真落实普法责任，开展学法12次。\n", "first-responsible-acts"),
    ("二、出庭应诉\n行政机关负责人出庭应诉3次，出庭率100%。\n", "first-responsible-section"),
    ("二、局长接待日\n局长接待日接待群众96批次，解决问题88个。\n", "first-responsible-section"),
    ("", "first-responsible-section"),
    (LEADER_HEAD, "empty-section"),
    (LEADER_HEAD + "略。\n", "first-responsible-empty"),
    (LEADER_HEAD + "详见附件。\n", "first-responsible-empty"),
    (LEADER_HEAD + "提高认识，增强责任感和使命感，以高度的政治自觉抓好落实。\n", "first-responsible-acts"),
    (LEADER_HEAD + "局领导班子高度重视，成立领导小组，各科室齐抓共管。\n", "first-responsible-acts"),
    (LEADER_HEAD + "公开政府信息210条，办理依申请公开5件。\n", "first-responsible-acts"),
    ("二、组织领导情况\n分管副局长听取汇报3次，研究案件4件，组织督查2次。\n", "first-responsible-section"),
    (
        "二、理论学习\n认真学习习近平总书记重要讲话精神，研究部署法治工作，召开推进会2次。\n",
        "first-responsible-section",
    ),
    ("二、基层治理\n村（社区）书记、主任带头学法，参加培训36场，听取群众意见。\n", "first-responsible-section"),
    ("二、法治队伍建设\n局长办公会研究法治工作6次、部署普法工作2次、督办重点任务9项。\n", "first-responsible-section"),
    ("二、班子履职情况\n分管领导主持执法例会12次，带头学法，研究疑难案件15件。\n", "first-responsible-section"),
]
BAD_PROBLEMS = [
    ("", "problems-section"),
    (PROBLEMS_HEAD, "empty-section"),
    (PROBLEMS_HEAD + "暂无明显不足。\n", "problems-empty"),
    (PROBLEMS_HEAD + "没有发现问题。\n", "problems-empty"),
    (PROBLEMS_HEAD + "不存在问题。\n", "problems-empty"),
    (PROBLEMS_HEAD + "详见附件。\n", "problems-empty"),
    (PROBLEMS_HEAD + "一是装备老化。二是案卷不够规范。\n", "problems-cause"),
    (PROBLEMS_HEAD + "还存在一些不足，主要是：一是装备老化。二是案卷粗糙。\n", "problems-cause"),
    (PROBLEMS_HEAD + "我们将以更高的标准、更严的要求，开创法治交通建设新局面。\n", "problems-cause"),
    ("三、问题整改情况\n对上级督察反馈的6个问题全部整改到位。\n", "problems-section"),
    ("三、靶向发力\n对照上一年度法治政府建设存在的薄弱环节，靶向发力、补齐短板3个。\n", "problems-section"),
    ("三、调度会商\n每季度听取汇报，及时研究解决有关重点难点问题。\n", "problems-section"),
    ("三、破解难题\n攻克治超难题，查处超限车辆312辆次，历史遗留问题清零。\n", "problems-section"),
]
BAD_PLANS = [
    ("", "next-plan-section"),
    (PLANS_HEAD + "略。\n", "next-plan-empty"),
    (PLANS_HEAD + "继续努力。\n", "next-plan-measures"),
    (PLANS_HEAD + "再接再厉，再创佳绩。\n", "next-plan-measures"),
    (PLANS_HEAD + "下一步，我局将以重要思想为指导，开创法治政府建设新局面。\n", "next-plan-measures"),
    ("四、2025年主要安排\n一是更新执法装备。二是开展案卷集训。\n", "next-plan-year"),
    ("四、下一步工作打算\n2025年，我局将更新执法装备，开展案卷集训。\n", "next-plan-year"),
    ("四、工作部署情况\n年初印发工作要点，安排部署重点任务12项。\n", "next-plan-section"),
    ("四、重点工作任务完成情况\n年初安排的12项任务全部完成。\n", "next-plan-section"),
]


@pytest.mark.parametrize(("words", "rule"), BAD_LEADERS)
def test_a_hollow_first_responsible_person(words, rule):
    assert rule in found(leader=words)


@pytest.mark.parametrize(("words", "rule"), BAD_PROBLEMS)
def test_hollow_shortcomings(words, rule):
    assert rule in found(problems=words)


@pytest.mark.parametrize(("words", "rule"), BAD_PLANS)
def test_hollow_plans(words, rule):
    assert rule in found(plans=words)


def test_this_year_looked_back_upon_in_a_plan_is_no_wrong_year():
    words = "四、下一步工作打算\n2025年，我局虽然取得一定成绩，但仍要继续努力。2026年，更新装备，规范案卷。\n"
    assert found(plans=words) == set()


def test_the_regulation_invoked_in_the_opening_is_no_report_of_it():
    opening = HEAD.replace("现将", "落实《党政主要负责人履行推进法治建设第一责任人职责规定》，现将")
    report = check_document(as_document(opening + PROBLEMS + PLANS + SIGN_OFF), PLAN)
    assert "first-responsible-section" in {f.rule.split("/")[-1] for f in report.findings}
