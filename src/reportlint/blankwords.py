"""What is counted by which measure word, and which words a measure word ends: 纠纷起 lacks its number, 发起 does not.

Offsets are code points of the matching text, 0-based.
"""

from __future__ import annotations

# measure word -> the ends of the things it counts, none of which makes a word together with it
_COUNTED: dict[str, str] = {
    "场": "讲座 活动 培训 培训会 宣讲 宣讲会 座谈会 推进会 发布会 听证会 招聘会 报告会 恳谈会 庭审 讲堂 课堂 直播 巡讲 联席会 培训班",
    "份": "合同 协议 资料 手册 传单 折页 文书 意见书 决定书 通知书 建议书 告知书 问卷 海报 读本 案卷 倡议书 承诺书 文件 公约 材料 宣传品 宣传单 明白纸",
    "处": "隐患 违建 违章建筑 违法建筑 违法用地 风险点 问题点位",
    "次": "会议 培训 检查 督察 督查 巡查 学习 学法 调研 旁听 演练 抽查 研讨 约谈 观摩 行动 整治 评查 走访 接访 述法 批示 抽检 庭审 宣讲 例会 专题会 常务会 执法 普查",
    "条": "意见 建议 线索 信息 举措 留言 诉求 处罚决定 许可决定 信用信息 典型经验 结果 意见建议",
    "起": "纠纷 案件 事件 投诉 警情 事故 积案 矛盾 类",
    "个": "司法所 调解室 工作站 站点 公园 广场 调委会 调解委员会 示范村 服务点 服务站 联系点 监测点 联系点 小组 专班 示范点 阵地 问题 隐患 法律服务室 品牌 长廊",
    "名": "人员 干部 律师 顾问 调解员 学员 骨干 代表 专家 职工 师生 学生 群众 辅导员 监督员 志愿者 网格员 陪审员 明白人 示范户 带头人 校长 工作者 公证员 复议员 律师人才",
    "人": "人员 干部 律师 顾问 调解员 学员 骨干 职工 师生 学生 群众 辅导员 监督员 志愿者 网格员 公证员",
    "人次": "人员 干部 学员 骨干 职工 师生 学生 群众 志愿者 企业 律师 党员",
    "家次": "企业 商户 单位 门店 主体",
    "家": "商户 门店 市场主体 经营主体 服务机构 律所",
    "户": "企业 商户 市场主体 经营主体",
    "项": "权责清单 目录 决策目录 决策事项 改革任务 制度规范 法治议题 议题 重大事项 工作任务 整改任务 事项 措施",
    "篇": "信息 文章 报道 简报 稿件 推文 调研报告",
    "期": "简报 培训 培训班 专栏 专刊 宣讲 栏目",
    "册": "手册 读本 资料 书籍 法律书籍",
    "件": "案件 文件 信件 来信",
    "元": "资金 罚款 罚没款 罚金 损失 欠薪 赔偿金 经费 金额 债务 税费 补偿款 价款 总额 补贴 标的额 标的 案值 罚没金额 工资 罚没收入 货值 涉案金额",
}  # fmt: skip
_ENDS = {unit: tuple(words.split()) for unit, words in _COUNTED.items()}
_ENDS["场次"] = _ENDS["期次"] = tuple(word for word in _ENDS["场"] if word not in ("活动", "培训"))
_ENDS["万元"] = _ENDS["亿元"] = _ENDS["元"]
_ENDS["人数"] = ()

# measure word -> the characters before it with which it makes a word: a space between them only splits the word
_JOINS: dict[str, str] = {
    "件": "案文事信邮证条要零附稿物部软硬构组函急来配", "项": "事专立强选义款奖逐单各多长短弱", "次": "层其再首多屡逐每依档人场批频轮班频户家车依名席",
    "场": "市现立广商农林牧登下到工操会用磁考主", "期": "日学定任时长周分短中近前后同早限工初末延到假逾按", "份": "身月股备省年部", "条": "信链面线枝每逐",
    "起": "发兴一提引掀抓建说做", "宗": "正祖卷大", "篇": "长短开新", "名": "姓签实著知题提报命匿书罪", "人次": "", "万元": "", "亿元": "", "场次": "", "条例": "",
    "％": "", "%": "", "个百分点": "", "万人次": "", "家次": "", "户次": "", "批次": "",
}  # fmt: skip


def is_counted(text: str, end: int, unit: str) -> bool:
    """Whether what ends here is counted by the measure word and makes no other word with it."""
    ends = _ENDS.get(unit)
    if not ends or not text.endswith(ends, max(0, end - 6), end):
        return False
    return not (unit == "家" and text.endswith("企业", 0, end))


def splits_no_word(text: str, end: int, unit: str) -> bool:
    """Whether a measure word behind a space here is one of its own, and not the end of a word that the space splits."""
    joins = _JOINS.get(unit)
    return joins is not None and text[end - 1] not in joins and text[max(0, end - 2) : end - 1] != " "
