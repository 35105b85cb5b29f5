"""Reports made up by rule, about 6,000 characters each: what a batch costs is measured on them; never committed."""

from __future__ import annotations

import random

_TOPICS = (
    ("加强组织领导", "党组会研究法治工作{a}次，中心组学法{b}次，主要负责人听取汇报{c}次，切实履行第一责任人职责"),
    ("健全制度体系", "制定行政规范性文件{a}件，合法性审核{b}件，备案率100%，清理文件{c}件"),
    ("规范行政决策", "重大行政决策目录事项{a}项，审查合同{b}份，法律顾问出具意见{c}条"),
    ("优化政务服务", "政务服务事项{b}项，全年办理{d}件，网办事项{c}项，服务企业{a}家"),
    ("规范行政执法", "持证执法人员{a}名，开展行政检查{d}次，办理行政处罚案件{b}件，案卷评查{c}份"),
    ("化解矛盾纠纷", "办理行政复议案件{a}件，行政应诉案件{c}件，调解纠纷{d}件"),
    ("强化权力监督", "办理建议提案{b}件，主动公开信息{d}条，依申请公开{a}件"),
    ("深化普法宣传", "开展普法活动{b}场次，受众{d}人次，发放资料{d}份，学法考试参考率100%"),
    ("建设数字政府", "接入平台{a}个，归集数据{d}条，开展应急演练{c}次"),
)
_CLAUSES = (
    "坚持把法治建设摆在全局工作的重要位置", "逐级压实责任", "做到年初有部署、年中有检查、年底有考核", "推动各项任务落地见效",
    "围绕群众关心的急难愁盼问题", "深入一线开展调研走访", "充分听取各方面的意见建议", "把依法办事的要求落实到每一个岗位",
    "按照《法治政府建设实施纲要（2021—2025年）》的要求细化分工", "明确责任单位和完成时限", "加强日常督促和专项检查", "确保改革举措落到实处",
    "注重总结提炼基层经验", "通过以案释法、现场观摩、结对帮扶等方式带动整体提升", "营造崇尚法治的浓厚氛围", "完善部门之间的协作配合机制",
    "对照指标体系逐项补齐材料", "推行“一线工作法”就地解决难题", "健全考核评价和结果运用办法", "引导干部养成遇事找法的习惯",
)  # fmt: skip
_PLACES = ("青岚区", "云川市", "临溪县", "霁城区", "澜湾区")


def report(number: int, characters: int = 6000) -> str:
    """One report; the same number gives the same text."""
    chance = random.Random(number)
    place = chance.choice(_PLACES)
    lines = [
        f"{place}教育局2025年法治政府建设情况报告",
        f"2025年，{place}教育局认真履行职责，现将有关情况报告如下。",
        "一、主要举措和成效",
    ]
    tail = [
        "二、存在的不足和原因", "一是执法力量不足，主要原因是编制偏紧。二是培训不够经常，原因是经费有限。",
        "三、2026年主要安排", "一是充实执法力量。二是加强培训考核。三是深化普法宣传。", f"{place}教育局", "2026年1月20日",
    ]  # fmt: skip
    body: list[str] = []
    while sum(map(len, lines)) + sum(map(len, body)) + sum(map(len, tail)) < characters:
        title, facts = _TOPICS[len(body) % len(_TOPICS)]
        values = {key: chance.randint(2, top) for key, top in (("a", 30), ("b", 90), ("c", 40), ("d", 9000))}
        filler = "。".join("，".join(chance.sample(_CLAUSES, 5)) for _ in range(3))
        if len(body) < len(_TOPICS):
            body.append(f"（{'一二三四五六七八九'[len(body)]}）{title}。{facts.format(**values)}。{filler}。")
        else:
            body.append(f"{filler}。")
    return "\n".join([*lines, *body, *tail]) + "\n"
