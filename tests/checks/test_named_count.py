"""A count and the names behind it; lists that can be counted in two ways are left alone."""

from __future__ import annotations

import pytest

RULE = "official-report/named-count"

WRONG = [
    ("建立四项制度：会商制度、移送制度、回访制度。", 3, "四项制度", 3),
    ("聚焦三类重点人群开展普法：青少年、老年人。", 3, "三类重点人群开展普法", 2),
    ("推行“四个一”工作法，即一张清单、一套流程、一次告知。", 4, "四个一工作法", 3),
    ("组织5场主题活动，分别是宪法宣讲、模拟法庭、法治书展、普法夜市，群众反响良好。", 3, "5场主题活动", 4),
    ("形成“三张清单”：权责清单、检查清单、告知清单、免罚清单。", 4, "三张清单", 4),
    ("印发两项制度：《案件、线索移送办法》、《回访规定》、《评查规则》；", 3, "两项制度", 3),
    ("优化五个环节：受理、审查、决定、送达", 3, "五个环节", 4),
]
BEFORE = [
    ("制定2项制度（学法制度、述法制度、会商制度）。", 3, "2项制度", "括号里列了 3 个"),
    ("依托大厅、网站、热线两个平台提供服务。", 11, "两个平台", "前面列了 3 个"),
    ("健全学法、述法、考法、普法“三位一体”机制。", 15, "三位一体", "前面列了 4 个"),
    ("建立法律顾问、公职律师、人民调解员两支队伍。", 18, "两支队伍", "前面列了 3 个"),
    ("组织3次专题学习（3月5日、6月9日、9月20日、11月2日）。", 3, "3次专题学习", "括号里列了 4 个"),
    ("印发《甲办法》《乙规程》《丙指引》两个文件。", 18, "两个文件", "前面列了 3 个"),
    ("坚持“四个亲自”，做到方案亲自审、进度亲自问、结果亲自验。", 4, "四个亲自", "后面列了 3 个"),
    ("把握“三个结合”，即线上与线下相结合、集中与日常相结合。", 4, "三个结合", "后面列了 2 个"),
]
RIGHT = [
    "印发《甲办法》《乙规程》两个文件，落实《甲法》和《乙条例》《丙条例》两部条例，健全回访制度、《甲办法》《乙规程》三项制度。",
    "坚持“三个亲自”，做到方案亲自审、进度亲自问、结果亲自验，各级负责人亲自抓。",
    "践行“四个亲自”，做到方案亲自审、进度亲自问，问题亲自解、结果亲自验。",
    "坚持“三个到位”，做到人员到位、经费到位、制度和责任到位到位，落实“四个到位”，做到人到位、钱到位等。",
    "对教育、卫生、住建三个领域和食品、药品两个领域开展检查，打造线上、线下、掌上三个平台和法治公园、法治广场两个阵地。",
    "开展2次联合检查（公安、城管、交通），组织3场培训（局机关、大队、中队、司法所），成立2个专班（公安、城管、交通）。",
    "统筹公安、司法、信访、综治四方力量，聚焦食品、药品、燃气等五个领域，在国家、省、市三级平台公示。",
    "加强学法、普法和执法两个环节的衔接，召开2次会议（3月、6月），组织5次学习（3月、6月）。",
    "对财政、审计、教育系统的两个领域开展检查，线上、线下两个渠道畅通。",
    "建立三项制度：会商制度、移送制度、回访制度。",
    "建立三项制度：会商制度、移送制度和回访制度。",
    "突出两个结合：普法与治理、线上与线下。",
    "抓好三个方面：学习、贯彻宪法，规范、约束权力，公开。",
    "治理六类问题：占道经营、乱停乱放、油烟扰民等。",
    "落实“三项制度”：行政执法公示、执法全过程记录、重大执法决定法制审核。",
    "第四项制度：受理、审查、决定。",
    "三类案卷优秀率分别为67.5%、81.0%、61.1%,对应优秀案卷81卷、34卷、11卷。",
    "抓好两项工作：一是机制建设、队伍建设，二是普法、宣传。",
    "分三批次推进，即将完成、验收。",
    "十四个镇：设立工作站、联络点。",
    "召开两次会议：研究、部署法治政府建设工作要点和年度任务分工方案。",
]


@pytest.mark.parametrize(("text", "column", "said", "named"), WRONG, ids=[row[0][:14] for row in WRONG])
def test_not_kept(lint, text, column, said, named):
    (finding,) = [f for f in lint(text).findings if f.rule == RULE]
    assert (finding.line, finding.column, finding.severity, finding.certainty) == (1, column, "warning", "suspected")
    assert finding.message == f"这里说“{said}”，后面列了 {named} 个，请核对是少写了还是数目没改"


@pytest.mark.parametrize("text", RIGHT)
def test_kept_or_not_to_be_counted(lint, text):
    assert [f.message for f in lint(text).findings if f.rule == RULE] == []


@pytest.mark.parametrize(("text", "column", "found", "told"), BEFORE, ids=[row[0][:16] for row in BEFORE])
def test_named_before_or_in_brackets(lint, text, column, found, told):
    (finding,) = [f for f in lint(text).findings if f.rule == RULE]
    assert (finding.column, told in finding.message) == (column, True)
    assert text[column - 1 :].startswith(found)
