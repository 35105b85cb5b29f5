"""The page in a real Chromium: clicks, keys, filters, paper, phones, and not one request."""

from __future__ import annotations

import base64
import json
import shutil
import struct

import pytest

from reportlint.engine import Plan, check_document, merge
from reportlint.examples import as_document
from reportlint.finding import Failure, Report
from reportlint.reporters import Style
from reportlint.reporters.html import render

pytestmark = pytest.mark.slow

ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--force-prefers-reduced-motion", "--force-device-scale-factor=1",
)  # fmt: skip
LEFTOVER = "全年召开会议xx次，开展培训【待补充】场，参训xx人。"
DRAFT = (
    "青岚区教育局2025年法治政府建设情况报告\n\n2025年，我局全面落实各项任务，现将有关情况报告如下。\n"
    f"一、主要举措和成效\n{LEFTOVER}\n"
    + "持续规范行政执法，严格落实执法公示制度。\n" * 60
    + "二、下一年度工作安排\n2026年，我局将继续努力。\n"
)
HOSTILE = (
    "云川市水利局2025年法治政府建设情况报告\n2025年培训xx场</script><script>document.title='x'</script>"
    "<img src=http://127.0.0.1:9/a.png onerror=\"document.title='x'\">\u202e倒写\x00完。\n"
)


@pytest.fixture(scope="module")
def address(pack, general, tmp_path_factory):
    plan = Plan(pack, general, texts=True)
    parts = [check_document(as_document(text, name), plan) for name, text in (("甲.txt", DRAFT), ("乙.txt", HOSTILE))]
    report = merge([*parts, Report(failures=(Failure("丙.doc", "这个文件打不开"),))], pack.rules)
    target = tmp_path_factory.mktemp("page") / "页.html"
    target.write_text(render(report, Style(version="0")), encoding="utf-8")
    return target.as_uri()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="没有 selenium，跳过浏览器测试：pip install selenium")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("没有 Chromium 和 chromedriver，跳过浏览器测试：apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    from selenium.webdriver.chrome.service import Service

    opened = webdriver.Chrome(options=options, service=Service(driver))
    yield opened
    opened.quit()


@pytest.fixture
def browser(chromium, address):
    """The page freshly opened at 1200 pixels; afterwards: no console message, no request but the page itself."""
    resize(chromium, 1200)
    chromium.get("about:blank")
    for kind in ("browser", "performance"):
        chromium.get_log(kind)
    chromium.get(address)
    yield chromium
    assert chromium.get_log("browser") == []
    assert set(requests(chromium)) == {address}


def requests(browser):
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"].split("#")[0]


def resize(browser, width, height=800):
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def one(browser, selector):
    return browser.find_element("css selector", selector)


def every(browser, selector):
    return browser.find_elements("css selector", selector)


def visible(browser, selector):
    return [element for element in every(browser, selector) if element.is_displayed()]


def fragment(browser):
    return browser.execute_script("return decodeURIComponent(location.hash)")


def until(browser, holds):
    """Keys are handled by the browser in its own time."""
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser, 10, 0.05).until(lambda _: holds())


def until_focused(browser, fragment):
    """The keyboard is on the link to a place of the page."""
    focused = "return document.activeElement.getAttribute('href')"
    until(browser, lambda: browser.execute_script(focused) == f"#{fragment}")


def in_view(browser, element):
    return browser.execute_script(
        "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight", element
    )


def keys(browser, *names):
    from selenium.webdriver import ActionChains, Keys

    for name in names:
        ActionChains(browser).send_keys(getattr(Keys, name)).perform()


def leftover(browser):
    """The to-do entry about 【待补充】."""
    return next(item for item in every(browser, "#f1 li.item") if "待补充" in item.text)


def test_a_click_leads_to_the_mark_and_back(browser):
    item = leftover(browser)
    key = item.get_attribute("id")[1:]
    item.find_element("css selector", "a.go").click()
    mark = one(browser, f"#m{key}")
    assert fragment(browser) == f"#m{key}"
    assert "待补充" in mark.text
    assert "lit" in mark.get_attribute("class")
    assert browser.execute_script("return arguments[0].matches(':target')", mark)
    assert in_view(browser, mark)
    mark.find_element("css selector", "a").click()
    assert fragment(browser) == f"#n{key}"
    assert in_view(browser, item)
    assert "lit" in item.get_attribute("class")
    browser.back()
    assert fragment(browser) == f"#m{key}"
    assert in_view(browser, mark)


def test_a_note_beside_the_text_leads_back(browser):
    key = leftover(browser).get_attribute("id")[1:]
    note = one(browser, f"li.note[data-f='{key}'] a")
    note.click()
    assert fragment(browser) == f"#n{key}"
    assert in_view(browser, leftover(browser))


def test_the_keyboard_alone_is_enough(browser):
    keys(browser, "TAB")
    until_focused(browser, "files")
    assert in_view(browser, one(browser, ".skip"))
    keys(browser, "ENTER")
    until(browser, lambda: fragment(browser) == "#files")
    for step in ("f1-todo", "f1-draft", "f1-table", "mf1-1"):
        keys(browser, "TAB")
        until_focused(browser, step)
    keys(browser, "ENTER")
    until_focused(browser, "nf1-1")
    assert fragment(browser) == "#mf1-1"
    keys(browser, "ENTER")
    until_focused(browser, "mf1-1")
    assert fragment(browser) == "#nf1-1"
    outline = browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_filter_by_severity_with_the_space_bar(browser):
    before = len(visible(browser, "li.item"))
    errors = len(every(browser, "li.item.error"))
    assert one(browser, "#shown").text == f"共 {before} 处"
    browser.execute_script("arguments[0].focus()", one(browser, "#filter input[value='error']"))
    keys(browser, "SPACE")
    until(browser, lambda: len(visible(browser, "li.item")) == before - errors)
    assert visible(browser, "li.note.error") == []
    assert one(browser, "#shown").text == f"显示 {before - errors} 处，共 {before} 处"
    assert "必须改" not in [head.text[:3] for head in visible(browser, "h4")]
    keys(browser, "SPACE")
    until(browser, lambda: len(visible(browser, "li.item")) == before)


def test_filter_by_rule_and_a_mark_that_is_filtered_out(browser):
    from selenium.webdriver.support.select import Select

    rule = leftover(browser).get_attribute("data-r")
    Select(one(browser, "#rule")).select_by_value(rule)
    shown = visible(browser, "li.item")
    assert {item.get_attribute("data-r") for item in shown} == {rule}
    assert one(browser, "#shown").text.startswith(f"显示 {len(shown)} 处")
    browser.execute_script("location.hash = '#nf1-1'")  # as from a link that somebody kept
    assert one(browser, "#nf1-1").is_displayed()
    assert one(browser, "#shown").text.startswith("共 ")


def test_hostile_text_does_nothing(browser):
    assert "不能报送" in browser.title
    assert every(browser, "img") == []
    assert "<img src=http://127.0.0.1:9/a.png" in one(browser, "#f2-L2").text


def test_without_javascript_links_lead_and_filters_are_hidden(browser, address):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.refresh()
        assert not one(browser, "#filter").is_displayed()
        item = leftover(browser)
        item.find_element("css selector", "a.go").click()
        key = item.get_attribute("id")[1:]
        assert browser.current_url == f"{address}#m{key}"
        one(browser, f"#m{key} a").click()
        assert browser.current_url.startswith(f"{address}#nf1-")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_paper_shows_everything(browser):
    one(browser, "#filter input[value='error']").click()
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert len(visible(browser, "li.item")) == len(every(browser, "li.item"))
        assert not one(browser, "#filter").is_displayed()
        browser.execute_script("dispatchEvent(new Event('beforeprint'))")
        assert every(browser, "details:not([open])") == []
        browser.execute_script("dispatchEvent(new Event('afterprint'))")
        assert every(browser, "details:not([open])") != []
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    pdf = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("width", [1200, 768, 390, 360])
def test_it_fits(browser, width, tmp_path):
    """Nothing sticks out sideways; notes stand beside the text on a wide screen and below it on a phone."""
    resize(browser, width)
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    row = next(row for row in every(browser, "#f1 li.row") if LEFTOVER[:6] in row.text)
    words, notes = (row.find_element("css selector", part).rect for part in (".tx", ".notes"))
    beside = notes["x"] >= words["x"] + words["width"]
    below = notes["y"] >= words["y"] + words["height"]
    assert (beside, below) == ((True, False) if width > 960 else (False, True))
    target = tmp_path / f"{width}.png"
    assert browser.save_screenshot(str(target))
    assert struct.unpack(">II", target.read_bytes()[16:24]) == (width, 800)
