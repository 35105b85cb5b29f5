"""``bare-number``: a count without its unit at the end of a clause: 共办理案件120，办结118件."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem
from reportlint.document import Span
from reportlint.draft import Draft
from reportlint.lazyre import lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_BARE = lazy(r"[0-9][万亿余]*[，。；\n]")
_COUNTED = lazy(
    r"(?:(?:办理|受理|查处|审结|办结|立案|化解|调解|排查|开展|出动|制定|印发|梳理|公布|承接|审查|审核|审理|发放|收到|举办|组织|清理|整改|发现|走访|检查|培训"
    r"|修订|修改|废止|作出|服务|出庭|聘任|选聘|现有|共有|覆盖|惠及|编写|编印|制作|设置|设立|建成|新建|打造|推送|发布|接待|接听|解答|拆除|查获|查扣|新增|配备|购置|节省|节约|减免|挽回|追回|聘请|选聘|选派|出具|移送|慰问)"
    r"[^\d，。；：]{0,12}(?:案件|人员|纠纷|文件|合同|申请|培训|会议|活动|企业|隐患|资料|工单|检查|演练|车辆|讲座|许可|处罚|诉求|事项"
    r"|投诉|举报|咨询|来访|来电|网格员|调解员|监督员|志愿者|讲师|干部|律师|群众|手册|指引|读本|折页|专栏|宣传栏|服务室|调解室|工作室|工作站|服务[点站]|警务站|短信|信息|广告牌|标牌"
    r"|沙龙|宣讲|公证|设备|装备|记录仪|摄像头|费用|资金|税费|损失|欠薪|视频|文章|案例|意见书|建议书|线索|意见|建议|处罚决定|复议决定|骨干|顾问|律师|群众|执法人员|执法骨干|联合执法|应诉|立案|结案|受众|面积|依申请公开|抽查|庭审|协议|制度|办公室|预案|清单)|"
    r"(?:案件|事项|纠纷|隐患|文件|合同|诉求|工单|投诉|举报|信息|问题|人员)(?=共计|合计|总计)|"
    r"(?:消费|投资|资金|收入|产值|贷款|融资|补贴|损失|工资|税费|标的额?)(?:总计|约|近|超过?|达到?|为|累计|共计?|合计)*(?=[1-9][\d,.]*[万亿]余?$)|"
    r"(?:金额|办件量?|[账欠]款|成本|违法所得|罚没款|赔偿款|补偿款|面积|[总里]程|经济损失)(?:总计|约|近|超过?|达到?|为|累计|共计?|合计)*(?=[1-9][\d,.]*[万亿]?余?$)|"
    r"(?:^|[，、])(?:共|全年|累计|全年共|其中)?(?:行政处罚|公职律师|法律顾问|人民调解员|法律明白人|行政强制|行政许可|参训人员|参会人员|受训人员|参加人员|立案|结案|出庭应诉|开展联合执法|服务群众|面积约?|占地面积|建筑面积|参训|参会|参考|受训|会前学法|集体学法|培训|罚没款|罚款|罚没金额|罚款金额|开展检查|审核合同|审查合同|办结案件|发放资料))"
    r"(?:共计|合计|总计|累计|共|达)?(?P<number>[1-9](?:\d{1,4}|,\d{3}|\d{1,2},\d{3})?(?:\.\d+)?[万亿]?余?)$"
    r"|(?<=[^\d.,])(?P<over>[1-9][\d,.]*[万亿]?余)$"  # 930余 of nothing, whatever stands before
)
_HOTLINE = lazy(r"(?:投诉|举报).*(?:12\d{3}|9\d{4})$")
_NAMED = lazy(r"维权|热线|电话|拨打|编号|案号|文号|代码|单位：|第|指数|得分|评分|排名|比例|(?:19|20)\d\d$")
_NUMBERS = lazy(r"[，、；]\s?\d+[^\d，。；]|\n[ \u3000]*[\d.,]")  # 办理案件120，130件: the unit follows
_NEAR = 60  # code points before a number that may say what kind of number it is


@record
class BareNumberCheck:
    """Only numbers of two to five digits right behind what is counted; hotlines, years and numbers of files are none."""

    def triggers(self) -> Iterable[Pattern]:
        """None: numbers are found by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a number."""
        text = draft.text
        for bare in _BARE.finditer(text):
            end = bare.end() - 1
            clause = draft.clause(end - 1)
            words = text[max(clause.start, end - _NEAR) : end]
            match = _COUNTED.search(words)
            near = max(draft.sentence(end - 1).start, end - _NEAR)
            if match is None or _NAMED.search(text, near, end) or _HOTLINE.search(text, near, end):
                continue
            if _NUMBERS.match(text, end) or not any(part.start <= end < part.end for part in scope):
                continue
            shown = match["number"] or match["over"]
            at = Span(end - len(shown), end)
            yield Problem(at, f"“{shown}”后面没有单位，请补上（件、人、次、元等）")
