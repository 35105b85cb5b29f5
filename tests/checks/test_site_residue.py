"""Lines of document-sharing sites: each told once, as a whole, and as what it is; honest lines that look alike."""

from __future__ import annotations

import pytest

from tests.checks.passages import said_by

HEAD = "青岚区水利局2025年法治政府建设情况报告\n2025年，青岚区水利局认真履职，全年开展培训12次。\n"
TAIL = "\n一、主要举措和成效\n全年办理案件12件，办结率100%。"
RULES = (
    "web-residue", "web-residue-inline", "sample-residue", "chat-residue", "leftover-instruction", "cut-text", "numbering",
    "empty-slot", "masked-name", "unpaired-mark", "several-reports", "repeated-sentence", "truncated-text", "title-left-over",
)  # fmt: skip

LINES = [
    "《青岚区水利局2025年工作总结.docx》由会员分享，可在线阅读，更多相关《青岚区水利局2025年工作总结.docx（4页珍藏版）》请在云川文库网上搜索。",
    "资源ID：30214456", "资源大小：18.20KB", "全文页数：9页", "- 资源格式： DOCX", "下载积分：20金币", "快捷下载", "微信登录下载", "三方登录下载：", "友情提示", "温馨提示：",
    "2、PDF文件下载后，可能会被浏览器默认打开，请保存网页到桌面。", "3、本站不支持迅雷下载，请使用浏览器下载。", "5、试题试卷类文档没有答案的都视为没有答案，请知晓。",
    "2. 本文档由用户上传，版权归属用户，云川网负责整理。如对版权有争议请及时联系客服。", "网站客服：1234567", "格式：DOCX", "页数：132", "大小：40.88KB", "上传时间：2024-03-02",
    "文库老张，海量公文素材，下载网址：www.lanxi-fanwen.example，润笔请加微：abc123。", "好文吧，一手好文，受用一生", "公文棚 www.gongwenpeng.example", "青竹公文写作宝典：www.qingzhu.example",
    "好文吧实用文档工作总结内容页", "2025-12-08 20:31:24 工作报告 打开翻译", "2025-07-07 19:38:01工作总结", "时间：2025-11-29 09:31:45 作者：松月 工作总结",
    "时间：2025-05-07 16:05:07 公文范文 来源：网友投稿", "工作总结范文 发布时间：2025/8/1", "更新时间：2025-08-09 11:39作者：李老师", "来源：好文作文网 7.66K",
    "投稿人：佚名 发布时间：2025/7/20 投稿交换  会员申请 全文1052字", "内容预览：", "资源描述", "正文复制", "合集下载", "- 目录", "文档介绍", "【概述】", "还剩5页未读，继续阅读",
    "标签： #安全生产", "推荐访问：水利局 河湖 清理", "（未完，全文共2345字，当前显示320字）", "全文共2048字，仅供站内会员写作参考（会员可打开全部文档）", "仅展示628字，全文共2002字",
    "（想阅读全部图文内容，您需要先登陆！）", "新来的客人请【点此注册】加入会员", "刚注册会员请【刷新页面", "（请认真阅读下面的提示信息）", "预览结束，免费获取全文定制代笔此类文章，请扫码联系老师！",
    "欢迎来到好文发表网", "购物车（0）", "期刊大全 杂志订阅 SCI期刊 期刊投稿 公文范文", "- 2025-05-27 发布 |", "- 37.5 KB |", "- 7页", "![水利局总结[此文共1749字]](https://img.lanxi.example/a.jpg)",
    "申明敬告： 本站不保证该用户上传的文档完整性，直接下载产生的反悔问题本站不予受理。", "【收藏】 作者： 佚名 来源： 作者原创 阅读 次 【小 中 大】【加入会员】",
    "岚溪日报/2025 年/4 月/16 日/第 002 版要闻· 综合", "导读：水利局工作总结 20__年，我局认真...如果觉得还不错，就继续查看以下内容吧！为您整理。",
    "此文《水利局工作总结（推荐8篇）》由好文吧「Haowen」小编推荐，供大家学习参考！", "【导读预览】此篇优秀范文由好文网友为您整理分享，以供您参考学习之用，喜欢就复制下载支持吧！",
    "前言：想要写出一篇令人眼前一亮的文章吗？我们特意为您整理了5篇水利局总结范文，相信会为您的写作带来帮助。", "序论：在您撰写工作总结时，小编为您整理的7篇范文，希望这些建议能够激发您的创作热情。",
    "月工作总结是对过去一个月工作的一种总结和概括，能够帮助我们发现不足。以下是小编为大家收集的总结范文，希望能够给大家提供一些参考。",
    "总结工作，撰写《水利工作总结》显得尤为必要。本文将呈现多篇不同侧重点的水利工作总结范文，旨在为读者提供多样化的参考模板。",
    "结合当前工作需要，会员“小青”为你整理了这篇水利局总结范文，希望能给你的学习、工作带来参考借鉴作用。", "本文格式为Word版，下载可任意编辑", "相关热词搜索：法治 水利", "本资源只提供5页预览，全部文档请下载后查看！",
]  # fmt: skip

HONEST = [
    "本站所有人员持证上岗，全年巡查河道120次。", "推行警民联系卡，群众扫码联系包片民警1200次。", "群众添加微信公众号即可查询办事进度。", "群众办事需要先登录平台核验身份。",
    "编印典型案例，供各单位在学习中对照参考。", "资料下载后无法打开的问题得到解决。", "申请资料由用户上传，窗口不再收取纸质件。", "整治代写材料、过度留痕等形式主义问题。",
    "商家如有侵权行为，依法从严查处。", "普法短视频由网友投稿，评选优秀作品10部。", "会议时间：2025年3月1日", "统计时间：2025年1月1日至12月31日。", "青岚普法小编走进校园讲案例3次。",
    "大屏当前显示85%的站点在线。", "政府网站内容每日更新，全年发布信息120条。", "企业登录后可查看办理进度。", "平台标签：覆盖全部120个事项。", "正文第3页至第5页为清单。",
    "开设“法治文库”专栏，编写范文12篇，文书模板30个。", "下载文件时网络拥堵的问题得到解决。", "第一篇章已经写好，第二篇章正在书写。", "撰写理论文章12篇", "公布文书范文12份", "对照范文，逐项规范。",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_site_is_told_once_and_whole(line, lint):
    ((rule, number, column, words, message),) = said_by(RULES, lint, HEAD + line + TAIL)
    assert (rule, number, column, words) == ("web-residue", 3, 1, line)
    shown = line if len(line) <= 20 else line[:19] + "…"
    assert message == f"“{shown}”是网页上带来的文字，不属于报告，请删去"


@pytest.mark.parametrize("line", HONEST)
def test_honest_lines(line, lint):
    assert said_by(RULES, lint, HEAD + line + TAIL) == []


def test_many_lines_on_end_are_told_as_one(lint):
    lines = "资源描述\n下载积分：20金币\n\n快捷下载\n友情提示\n3、本站不支持迅雷下载，请使用浏览器下载。\n|"
    ((rule, line, column, _, message),) = said_by(RULES, lint, HEAD + lines + TAIL)
    assert (rule, line, column) == ("web-residue", 3, 1)
    assert message == "从“资源描述”到“|”的 6 行是网页上带来的文字，不属于报告，请删去"


def test_a_line_that_stands_again_and_again_is_told_once(lint):
    between = "\n全年办理案件12件，办结率100%。\n"
    said = said_by(RULES, lint, HEAD + between.join(["公文棚 www.gongwenpeng.example"] * 3) + TAIL)
    assert [(line, message) for _, line, _, _, message in said] == [
        (3, "“公文棚 www.gongwenpeng…”是网页上带来的文字，不属于报告，请删去（共 3 处）")
    ]


INLINE = [
    ("（一）强化组织领导 公文棚，办公文档之家", "公文棚，办公文档之家"), ("（一）强化组织领导 公文棚 www.gongwenpeng.example", "公文棚 www.gongwenpeng.example"),
    ("全年认真履职。 12.5px;font-weight:700;text-indent:24px;\"/>持续用力。", '12.5px;font-weight:700;text-indent:24px;"/>'),
    ("坚持依法行政、- 2 - 依法管理，成效明显。", "- 2 -"), ("我局认真总结12025年工作经验。", "1"), ("青岚区水利局2025年工作总结.docx", ".docx"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "place"), INLINE)
def test_rests_within_a_line(line, place, lint):
    said = said_by(("web-residue", "web-residue-inline", "cut-text"), lint, HEAD + line + TAIL)
    assert [(rule, words) for rule, _, _, words, _ in said] == [("web-residue-inline", place)]


def test_numbers_of_a_librarys_pages(lint):
    page = (
        "青岚区水利局2025年法治政府建设情况报告2025年，我局" + "认真落实各项工作制度，压实工作责任，" * 10 + "统筹推进"
    )
    said = said_by(("web-residue",), lint, f"1、{page}\n2、水土保持工作{page}\n3、河湖管理。")
    assert [(line, words, message) for _, line, _, words, message in said] == [
        (1, "1、", "“1、”“2、”“3、”是文库网页给每一页编的号（共 3 处），不属于报告，请删去并把断开的句子接上")
    ]
    assert said_by(("web-residue",), lint, f"{HEAD}1、{page}\n2、{page}{TAIL}") == []


def test_text_that_a_site_hides(lint):
    said = said_by(("truncated-text", "web-residue"), lint, HEAD + "全年办结……此处隐藏320个字……案件。" + TAIL)
    assert [(rule, words) for rule, _, _, words, _ in said] == [("truncated-text", "……此处隐藏320个字……")]


SPUN = [
    "建设效劳型政府",
    "深入学习中共中心、国务院文件",
    "县教化局履职尽责",
    "便利宽敞群众",
    "落实行政惩方法",
    "《关于加强工作确实定》",
    "夯实根底",
    "“75”普法有序推进",
]
NOT_SPUN = [
    "大力宣扬教育家精神",
    "确实定期开展检查",
    "推进双轨制建设",
    "乐观向上，积极参与",
    "作为党中心任务、国家任务来抓",
    "干部根底扎实",
    "对经济开展调研",
]


@pytest.mark.parametrize("words", SPUN)
def test_words_of_machine_rewriting(words, lint):
    said = said_by(
        ("spun-word", "typo", "misspelling", "fixed-expression"), lint, f"{HEAD}全局上下{words}，成效明显。{TAIL}"
    )
    assert [rule for rule, *_ in said] == ["spun-word"]


@pytest.mark.parametrize("words", NOT_SPUN)
def test_honest_words_like_them(words, lint):
    assert said_by(("spun-word",), lint, f"{HEAD}全局上下{words}，成效明显。{TAIL}") == []
