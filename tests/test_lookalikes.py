"""What looks like a placeholder, a stale year or a slip, and is none: nothing of it may be reported."""

from __future__ import annotations

from pathlib import Path

import pytest

CLEAN = Path(__file__).resolve().parent.parent / "samples" / "good" / "青岚区教育局2025.txt"

INSIDE = [
    "案号为(2012)鼓行初字第47号", "案号为（2014）榕行终字第379号", "拨打020-12345", "电话为022-23030851", "邮编0306", "投诉0件", "来信0条", "核发1+X证书",
    "1-2部", "占1/4左右", "文章编号1004-3985(2021)05-0005-07", "10月10—11日", "索引113310810026792569/2022-00223", "12345热线", "12366热线",
    "15分钟公共服务圈", "1—12月", "20分钟到达", "尺寸为210mm×297mm", "完成3/4", "邮编300040", "30分钟公共法律服务圈", "3D打印", "420知识产权宣传周",
    "5.12防灾减灾日", "7×24小时值守", "9-11点", "A4纸", "AQI优良", "A镇试点", "参照DB45/TXXXX—2022", "G4京港澳高速", "G710线", "GB/T9704—2012",
    "LED屏", "PM2.5下降", "XX区XX路XX号商铺", "印发天政发〔2026〕7号", "“十二五”期间", "“1+3+N”模式", "“1+1+9”体系", "“1+X”服务体系", "“1177”工程",
    "“12·4”宪法日", "“1310”部署", "“1312”思路", "“138”机制", "“16条”措施", "“3·15”活动", "“4·15”教育日", "“47条”", "“5要素法”", "“6·26”禁毒日",
    "“八五”普法", "“e起学习”", "“一中心、八平台”", "“一制三化”", "“三个年”", "中国日报网:XXX(署名)", "“五办四中心”", "“六法融合”", "“十一连降”",
    "Ⅲ类射线装置", "①②③三类", "《青岚县市容管理办法实施细则》", "〔2025〕79号", "刘某", "厅字〔2019〕28号", "国办公开办函〔2019〕60号", "国务院令第711号",
    "青岚政办函〔2025〕19号", "青岚委法办〔2025〕1号", "孙某某", "崇某公司", "某公司", "某公司某分店", "某市应急管理局", "某交通运输局", "张某", "石发〔2016〕23号",
    "苏依法〔2017〕2号", "“三区三线”", "“1+9+N”", "H5+接口", "“互联网+监管”", "APP上线", "AI助手", "VR体验馆", "5G基站", "ISO9001认证", "XXL码工装", "C级D级危房",
    "第36次常务会议", "2025—2027年行动计划", "较2022年提升1倍", "法制审核全覆盖", "法制科牵头", "赴深圳市学习考察", "原市工商局移交档案", "国家政务服务平台",
    "“三重一大”", "“双随机、一公开”", "“放管服”改革", "每周一至周五", "一年四季", "三四天", "天天、人人、常常", "十四五规划", "二十届四中全会",
    "许可事项清单（本级保留85项）", "问题线索（该案留置1人）", "“三写”活动（写家书、写心得、写体会）", "说理式执法（讲清楚法律依据、说清楚处罚理由）", "仓储隐患3类（实物与台账不符）",
    "采砂问题（青河下段整改完成）", "精文减会（文件字数压缩三成）", "归集率100%（应归集数据全部归集）", "执法标准（过于笼统的12条）", "举报材料专人保管，严禁外传", "档案查阅登记，妥善保管，不得外传",
    "上述数据不公开部分", "3.4环境日常监管", "2.3交通安全日常管理", "党的二十大大会报告", "十五届全国人大代表推荐", "构建共建共治共享格局", "完成“2025法治惠民”项目", "制约合法行使的权力", "附件1 3份", "县政府门户网站（http://www.qinglan.example/zwgk/）公布", "《退役军人安置条例》", "在县委县政府坚强领导下", "市文化和旅游发展委员会",
    "电子版可在青岚区人民政府网（www.qinglan.example）下载", "如有疑问，请与区司法局办公室联系（电话：0000-12345，邮箱：qlsfj@163.com）", "最新GB45001标准", "微信1234567公众号",
]  # fmt: skip


@pytest.fixture(scope="module")
def clean():
    return CLEAN.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def before(lint, clean):
    return {(f.rule, f.message) for f in lint(clean).findings}


@pytest.mark.parametrize("words", INSIDE)
def test_nothing_of_it_is_reported(words, lint, clean, before):
    at = clean.index("。", clean.index("二、")) + 1
    text = f"{clean[:at]}工作中涉及{words}，均已按规定办理。{clean[at:]}"
    new = [
        f"{f.rule} {f.message}"
        for f in lint(text).findings
        if f.severity != "info" and (f.rule, f.message) not in before
    ]
    assert new == []


WHOLE = [
    "一、区政府主要负责同志履行推进法治建设第一责任人职责情况\n召开会议4次。",
    "一、 2025年推进法治政府建设的主要举措和成效\n全年召开会议4次。",
    "（一）压实责任。召开会议4次。",
    "其他需要报告的情况：无",
    "（一）主动公开情况\n1.2025年，我局公开信息120条。\n2.本年度收到申请12件，均按期答复。",
]


@pytest.mark.parametrize("line", WHOLE)
def test_ordinary_lines_of_a_report(line, lint):
    said = [
        f.rule for f in lint(line).findings if f.rule.partition("/")[0] == "official-report" and f.severity != "info"
    ]
    assert said == []


OTHER_REPORTS = [
    "青岚市政府工作报告\n一、2025年工作回顾\n全年办结案件120件。\n二、2026年工作安排\n抓好落实。",
    "2026年青岚市政府工作报告\n一、2025年主要工作回顾\n2025年，全市办结案件120件。",
    "青岚区审计局2025年政府信息公开工作年度报告\n2025年，我局推进依法行政，促进法治政府建设。\n一、总体情况\n主动公开信息120条。",
]


@pytest.mark.parametrize("text", OTHER_REPORTS, ids=[row[:10] for row in OTHER_REPORTS])
def test_reports_of_another_kind_are_not_asked_for_what_they_need_not_say(text, lint):
    assert [f"{f.rule} {f.message}" for f in lint(text).findings if f.severity != "info"] == []
