"""What to advise: the word that was probably meant, and why RE2 refuses a pattern.

RE2's own words are kept beside the Chinese ones, since they can be searched for.
"""

from __future__ import annotations

from collections.abc import Iterable

_REASONS = (
    ("invalid perl operator", "RE2 不支持环视（(?=…)、(?!…)、(?<=…)、(?<!…)）：请改写，或用例外（exceptions）排除"),
    ("invalid escape sequence", "RE2 不支持反向引用（\\1）和环视，也不认这个反斜杠写法：请改写"),
    ("\\p{", "没有这个字符类：汉字写 \\p{Han}，标点写 \\p{P}"),
    ("missing ]", "方括号没有收住：请补上“]”"),
    ("missing )", "圆括号没有收住：请补上“)”"),
    ("unexpected )", "多了一个“)”：请删去，或写成“\\)”"),
    ("missing argument to repetition", "*、+、? 前面没有可重复的内容：要找这个符号本身请在前面加“\\”"),
    ("no argument for repetition", "*、+、? 前面没有可重复的内容：要找这个符号本身请在前面加“\\”"),
    ("bad repetition operator", "两个重复符号连在一起：请删去一个"),
    ("invalid repetition size", "重复次数不对：{m,n} 最大 1000，且 m 不大于 n"),
    ("invalid character class range", "方括号里的范围前后颠倒：请把小的写在前面"),
    ("invalid character range", "方括号里的范围前后颠倒：请把小的写在前面"),
    ("trailing \\", "末尾多了一个反斜杠：请删去，或写成“\\\\”"),
    ("invalid named capture", "命名组写法不对：应是 (?P<名字>…)，名字用字母、数字和下划线，不能重名"),
    ("duplicate capture", "命名组重名：请换一个名字"),
    ("too large", "正则展开后太大：请减少重复次数"),
    ("nesting", "括号套得太深：请拆成几个正则"),
)


def closest(word: str, known: Iterable[object]) -> str:
    """The known word that is spelt nearly so, "" for none."""
    from difflib import get_close_matches

    close = get_close_matches(word, [str(item) for item in known], 1, 0.6) if 2 < len(word) < 100 else []
    return close[0] if close else ""


def suggestion(word: str, known: Iterable[object]) -> str:
    """“是不是‘xxx’？” where something known is spelt nearly so, else nothing."""
    close = closest(word, known)
    return f"是不是“{close}”？" if close else ""


def short(text: str) -> str:
    """A word of the user's as a sentence can hold it."""
    return text if len(text) <= 40 else text[:40] + "…"


def unknown(sentence: str, word: str, known: Iterable[object]) -> str:
    """The sentence about an unknown word, with what it may have been meant to be, or all that is known."""
    choice = [str(item) for item in known]
    return f"{sentence}：{suggestion(word, choice) or '可以写 ' + ('、'.join(choice) or '（尚无）')}"


def explain_pattern_error(pattern: str, reason: str) -> str:
    """The sentence of an error about a pattern."""
    advice = next((text for part, text in _REASONS if part in reason), "请检查写法；RE2 不支持环视和反向引用")
    said = short(reason.replace("(?m)", ""))  # which the loader put there
    return f"正则“{short(pattern)}”不能用：{advice}（RE2：{said}）"
