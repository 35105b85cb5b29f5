"""Crosses that hide a name on purpose: a party to a published case, the docket of a court, what a swindler says he is.

A template masks the whole name (XX公司, XX市) and asks to be filled in; a published case leaves part of it standing
(桐溪××建材有限公司…案, 王××诉…). Offsets are code points of the matching text, 0-based, half-open.
"""

from __future__ import annotations

from reportlint.lazyre import HAN, lazy

_NEAR = 60  # code points; a case's title is not longer
_SCHEME = 80  # code points from a scheme's name to the last of what it stands for
_BEFORE = 12  # code points of a line before a mask that tell whose name it hides
_DOCKET = 24  # code points; the number of a court's case is not longer
_COURT = lazy(
    rf"[（(](?:19|20)[\dxX×*]{{2}}[）)]\s?{HAN}{{1,3}}[\dxX×*]{{0,4}}(?:行|民|刑|执|知|破|赔|商|财){HAN}{{0,3}}[\dxX×*]{{1,6}}号"
)
_SURNAME = lazy(
    r"(?:\A|[，。；：、“‘《（(\n 对以为将与和及了处办理罚])[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文覃韦]\Z"
)
# the two characters before a mask, where they are a name's own: neither 查处××公司 nor 我县××公司
_PART_OF_NAME = lazy(
    rf"(?!查处|处理|办理|办结|通报|公布|曝光|处罚|审理|移送|起诉|联合|会同|支持|指导|协助|走访|检查|监管|督促|推动|引进|服务|涉及|"
    rf"辖区|企业|典型|案例|例如|单位)(?:(?![我本该全某各由与和对如及的了为向在等于从被将以]){HAN}){{2}}\Z"
)
_FIRM = lazy(
    rf"{HAN}{{0,8}}?(?:公司|集团|厂|店|酒楼|饭店|餐厅|超市|商行|商贸|合作社|诊所|医院|中心|工作室|经营部|门市部|药房)"
)
_CASE = lazy(r"[^，。；、”》\n]{0,40}?(?:案(?!件\d|例\d)|诉|决定书)")
_EXAMPLE = lazy(r"[^”\n]{1,12}”(?:之类|这类|此类|一类|这样的)")
# a brand, a platform: “云×贷”等案件, “GU**I”商标; a template masks a name from its first character on (“**云校”)
_PART_OF_BRAND = lazy(r"[“\"「][^“”\"「」‘’×*＊xX\s]{1,6}\Z")
_BRAND = lazy(r"[^“”\"「」\n]{0,6}[”\"」][^。；\n]{0,24}?(?:案|侦办|诈骗|传销|集资|商标|侵权|假冒|爆雷|兑付)")
# a name as lists of persons show it: “刘*明”; what crosses are spoken of: 以“×××”代替
_PERSON = lazy(
    r"“[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]\Z"
)
_REST_OF_NAME = lazy(rf"{HAN}?”")
_SPOKEN_OF = lazy(r"”[^。；\n]{0,8}(?:隐去|隐名|脱敏|遮[挡盖]|代替|替代|表示|字样|占位|标[注示])")
_SCHEME_NAME = lazy(r"[+＋]\s?[nN](?![A-Za-z])[^。\n]*\Z")
_CLAIMED = lazy(r"(?:我们?是|这[里边]是|自称(?:是|为)?|谎称(?:是|为)?|假?冒充?|声称(?:是|为)?|假扮|伪装成|佯称)[“‘]?\Z")


def hidden(text: str, start: int, end: int, name: bool) -> bool:
    """Whether what stands masked from ``start`` to ``end``, a name or something else, is hidden on purpose."""
    return _in_example(text, start, end) or (_disguised(text, start, end) if name else _in_docket(text, start))


def _disguised(text: str, start: int, end: int) -> bool:
    """Whether a name is hidden on purpose: by its surname, by what stands of it, by who claims it."""
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    if _CLAIMED.search(before) or (before.endswith("“") and _SPOKEN_OF.match(behind)):
        return True
    if _PERSON.search(before) and _REST_OF_NAME.match(behind):
        return True
    if _SURNAME.search(before) and _CASE.match(behind):
        return True
    if _PART_OF_BRAND.search(before) and _BRAND.match(behind):
        return True
    if not _PART_OF_NAME.match(before[-2:]):
        return False
    firm = _FIRM.match(behind)
    return firm is not None and _CASE.match(behind, firm.end()) is not None


def _in_example(text: str, start: int, end: int) -> bool:
    """Whether a quotation shows what people say: “XX路灯不亮”之类的诉求."""
    return text[start - 1 : start] == "“" and _EXAMPLE.match(text, end) is not None


def _in_docket(text: str, start: int) -> bool:
    """Whether a mask belongs to the number of a court's case: （20××）云0102行初×号."""
    before = text[max(0, start - _DOCKET) : start].rpartition("\n")[2]
    near = before + text[start : start + _DOCKET]
    return any(match.start() <= len(before) < match.end() for match in _COURT.finditer(near))


def of_scheme(text: str, start: int) -> bool:
    """Whether an N is a scheme's own letter, explained: “1+1+N”（1名律师、1名干部、N名乡贤）."""
    return _SCHEME_NAME.search(text[max(0, start - _SCHEME) : start]) is not None
