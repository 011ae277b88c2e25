"""The HTML report in a real browser: what a reviewer does with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crosscheck.model.report import Report
from crosscheck.render.annotation import read_annotations
from tests.render.conftest import Opened, rendered
from tests.render.sample import full, many
from tests.render.test_html import hostile

Open = Callable[..., Opened]
VIEWS = ("findings", "reading", "matrix")


def test_the_first_screen_says_what_and_how_many(opened: Open, report: Report) -> None:
    one = opened(report)
    assert one.page.inner_text("h1") == "成渝铁路"
    counts = one.page.eval_on_selector_all(".tallies b", "all => all.map(e => e.textContent)")
    assert counts == ["2", "2", "8", "1"]
    first = one.page.locator("#findings .card").first
    assert first.get_attribute("data-v") == "conflict"
    box = first.bounding_box()
    assert box and box["y"] + box["height"] < 900
    assert one.quiet()


def test_filters_are_in_the_address(opened: Open, report: Report) -> None:
    one = opened(report)
    one.page.click(".chip.conflict")
    assert len(one.visible()) == 2
    one.page.select_option("#by-kind", "role")
    assert len(one.visible()) == 1
    address = one.page.evaluate("location.hash")
    again = opened(report, address)
    assert again.visible() == one.visible()
    assert again.page.get_attribute(".chip.agree", "aria-pressed") == "false"
    assert one.quiet()


def test_the_source_filter_keeps_what_the_source_speaks_of(opened: Open, report: Report) -> None:
    one = opened(report, "#source=source-2")
    assert len(one.visible()) == 3


@pytest.mark.parametrize("query", ["铁路工程局", "鐵路工程局"])
def test_search_takes_both_scripts(opened: Open, report: Report, query: str) -> None:
    one = opened(report)
    one.page.fill("#search", query)
    one.page.wait_for_selector("#shown:not(:empty)")
    assert "f-role-" in "".join(one.visible())
    assert len(one.visible()) < len(report.findings)


def test_nothing_found_says_so(opened: Open, report: Report) -> None:
    one = opened(report, "#q=火星")
    assert one.visible() == []
    assert one.page.is_visible("#nothing")


def test_from_the_claim_to_the_evidence_and_back(opened: Open, report: Report) -> None:
    one = opened(report, "#view=reading")
    one.page.click("#d-entry .found.conflict >> text=10万名民工")
    assert one.chosen() == "10万名民工 | 民工有七萬多名"
    assert one.page.is_visible("#dock")
    one.page.click("#tab-source-2")
    one.page.click("#d-source-2 .found >> text=军工3万人")
    assert one.chosen() == "三万名军工 | 军工3万人"
    assert "finding=f-quantity-" in one.page.evaluate("location.hash")
    one.page.click("#dock .close")
    assert one.chosen() == ""
    assert one.quiet()


def test_a_second_click_goes_on_to_the_other_finding_of_the_words(opened: Open, report: Report) -> None:
    one = opened(report, "#view=reading")
    one.page.click("#d-entry .found >> text=赵健民")
    assert one.chosen() == "赵健民 | 趙健民"
    one.page.click("#d-entry .found >> text=赵健民")
    assert one.chosen() == "西南铁路工程局局长 | 赵健民 | 西南鐵路工程局副局長 | 趙健民"


def test_a_link_to_a_finding_opens_it(opened: Open, report: Report) -> None:
    anchor = f"f-{report.findings[6].id}"
    one = opened(report, f"#{anchor}")
    assert one.page.locator(f"#{anchor}").evaluate("e => e === document.activeElement")
    one.page.click(f"#{anchor} .to-text")
    assert one.chosen().startswith("西南铁路工程局局长")
    one.page.click("#dock .to-card")
    assert one.page.is_visible(f"#{anchor}")


def test_keys_and_their_switch(opened: Open, report: Report) -> None:
    one = opened(report)
    for key, verdict in (("j", "conflict"), ("j", "conflict"), ("j", "unsupported"), ("k", "conflict")):
        one.page.keyboard.press(key)
        assert one.page.get_attribute(".card.chosen", "data-v") == verdict
    for _ in range(3):
        one.page.keyboard.press("n")
    assert one.page.get_attribute(".problem.chosen", "data-v") == "citation"
    one.page.keyboard.press("n")
    assert one.page.get_attribute(".card.chosen", "data-v") == "conflict"
    one.page.keyboard.press("/")
    one.page.keyboard.type("j?")
    assert one.page.input_value("#search") == "j?"
    one.page.fill("#search", "")
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("?")
    assert one.page.is_visible("#keys")
    one.page.uncheck("#keys-on")
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("?")
    assert not one.page.is_visible("#keys")
    assert one.quiet()


def test_the_language_changes_in_place(opened: Open, report: Report) -> None:
    one = opened(report)
    quotes = one.page.eval_on_selector_all(".quote", "all => all.map(e => e.textContent)")
    one.page.click("[data-lang=zh-Hant]")
    assert one.page.evaluate("document.documentElement.lang") == "zh-Hant"
    assert one.page.inner_text("#heap-conflict-h .verdict") == "衝突"
    assert "条目作" in one.page.inner_text("#heap-conflict .reasons >> nth=0")
    assert one.page.eval_on_selector_all(".quote", "all => all.map(e => e.textContent)") == quotes
    one.page.reload()
    assert one.page.inner_text("#heap-conflict-h .verdict") == "衝突"


def test_an_english_report_follows_the_browser(opened: Open, report: Report) -> None:
    one = opened(report, locale="zh-CN")
    assert one.page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert opened(report, language="zh-Hant").page.evaluate("document.documentElement.lang") == "zh-Hant"


def test_copies(opened: Open, report: Report) -> None:
    one = opened(report, permissions=["clipboard-read", "clipboard-write"])
    card = one.page.locator(f"#f-{report.findings[9].id}")

    def copied(name: str) -> str:
        card.locator(f"[data-copy={name}]").click()
        one.page.wait_for_selector("#toast.on")
        text: str = one.page.evaluate("navigator.clipboard.readText()")
        return text

    assert copied("link") == f"{one.url}#f-{report.findings[9].id}"
    assert copied("place").splitlines() == ["examples/railway.md:5:53", "examples/essay.zh-Hant.txt:3:48"]
    assert "“10万名民工” (examples/railway.md:5:53)" in copied("quote")
    assert copied("wiki").startswith("{{") and "10万名民工" in copied("wiki")


def test_without_javascript_everything_is_there(opened: Open, report: Report) -> None:
    one = opened(report, java_script_enabled=False)
    for finding in report.findings:
        assert one.page.locator(f"#f-{finding.id}").is_visible()
    for document in report.documents:
        assert one.page.locator(f"#d-{document.id}").is_visible()
    assert not one.page.locator("#search").is_visible()
    assert one.page.locator("#matrix table").is_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_print_has_the_view_at_hand_and_what_the_filters_leave(
    opened: Open, report: Report, view: str
) -> None:
    one = opened(report, f"#view={view}&verdict=conflict")
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for other in VIEWS:
        assert one.page.is_visible(f"#{other}") == (other == view)
    if view == "findings":
        assert len(one.visible()) == 2
    if view == "reading":
        assert one.page.is_visible("#d-source-1") and one.page.is_visible("#d-source-2")
    for gone in ("#bar", ".considered .quote", ".links"):
        assert not one.page.locator(gone).first.is_visible(), gone


@pytest.mark.parametrize(
    ("key", "decision"), [("a", "accepted"), ("f", "false-positive"), ("w", "wont-fix"), ("d", "deferred")]
)
@pytest.mark.parametrize("view", ["findings", "reading"])
def test_a_key_decides(opened: Open, report: Report, key: str, decision: str, view: str) -> None:
    one = opened(report, f"#view={view}")
    one.page.keyboard.press(key)  # nothing is chosen yet: the first one that needs a look
    assert one.page.input_value(".review [name=decision]") == decision
    one.page.keyboard.type("another edition")
    one.page.fill(".review [name=by]", "编辑甲")
    one.page.keyboard.press("Enter")
    assert one.page.inner_text("#export b") == "1"
    first = one.page.evaluate("location.hash")
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("n")
    assert one.page.evaluate("location.hash") != first
    one.page.keyboard.press(key)
    assert one.page.locator(".review").count() == 1
    assert one.quiet()


@pytest.mark.parametrize("name", ["", " ", "　", "\t", "\u00a0"])
def test_a_reviewer_has_a_name(opened: Open, report: Report, name: str) -> None:
    one = opened(report)
    one.page.keyboard.press("a")
    one.page.fill(".review [name=reason]", "another edition")
    one.page.fill(".review [name=by]", name)
    one.page.keyboard.press("Enter")
    assert one.page.locator(".decided").count() == 0
    assert one.page.locator(".review").count() == 1


def test_a_page_that_can_keep_nothing_says_so(browser: Any, report: Report, tmp_path: Path) -> None:
    refused = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });"
    context = browser.new_context(offline=True)
    context.add_init_script(refused)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    file = tmp_path / "report.html"
    file.write_text(rendered(report, "en"), encoding="utf-8")
    page.goto(file.as_uri())
    page.keyboard.press("a")
    assert "keeps nothing" in page.inner_text(".review .unkept")
    page.fill(".review [name=reason]", "another edition")
    page.fill(".review [name=by]", "编辑甲")
    page.keyboard.press("Enter")
    assert "keeps nothing" in page.inner_text("#toast")
    assert page.inner_text("#export b") == "1"
    page.click("[data-lang=zh-Hant]")
    page.keyboard.press("d")
    assert "瀏覽器" in page.inner_text(".review .unkept")
    assert said == []
    context.close()


def test_a_page_that_keeps_says_nothing_of_it(opened: Open, report: Report) -> None:
    one = opened(report)
    one.page.keyboard.press("a")
    assert one.page.locator(".unkept").count() == 0


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_is_wider_than_the_screen(opened: Open, report: Report, width: int) -> None:
    one = opened(report, viewport={"width": width, "height": 844})
    one.page.click(".card.conflict [data-review]")
    one.page.fill(".review [name=reason]", "旧志的说法，另有出处，详见讨论页" * 5)
    one.page.fill(".review [name=by]", "编辑甲" * 30)
    one.page.keyboard.press("Enter")
    for view in ("findings", "reading", "matrix"):
        one.page.click(f".views [data-view={view}]")
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_tabs_by_keyboard(opened: Open, report: Report) -> None:
    one = opened(report, "#view=reading")
    one.page.focus("#tab-source-1")
    one.page.keyboard.press("ArrowRight")
    assert one.page.is_visible("#d-source-2") and not one.page.is_visible("#d-source-1")
    assert one.page.evaluate("document.activeElement.id") == "tab-source-2"


def test_focus_is_not_hidden_under_the_bar(opened: Open, report: Report) -> None:
    one = opened(report, viewport={"width": 1024, "height": 500})
    for _ in range(12):
        one.page.keyboard.press("j")
        top = one.page.evaluate("document.querySelector('.card.chosen').getBoundingClientRect().top")
        assert top >= one.page.evaluate("document.querySelector('#bar').getBoundingClientRect().bottom") - 1


def test_hostile_documents_stay_text(opened: Open) -> None:
    one = opened(hostile())
    assert "<script>alert(1)</script>" in one.page.inner_text("h1")
    one.page.click("[data-lang=zh-Hans]")
    one.page.click(".views [data-view=reading]")
    one.page.click("#d-entry .found >> nth=0")
    assert one.page.is_visible("#dock")
    assert one.page.evaluate("document.scripts.length") == 2
    assert one.page.evaluate("document.images.length") == 0
    assert one.quiet()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, theme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe is not installed")
    one = opened(full(), color_scheme=theme)
    one.page.evaluate(axe.AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = []
    # Each language and each view in either theme; all eighteen would take a minute.
    languages = ("en", "zh-Hans", "zh-Hant")
    for language in languages:
        one.page.click(f".langs [data-lang={language}]")
        view = VIEWS[(languages.index(language) + (theme == "dark")) % 3]
        one.page.click(f".views [data-view={view}]")
        if view == "reading":
            one.page.click("#d-entry .found >> nth=0")
        violations = one.page.evaluate("axe.run().then(result => result.violations)")
        found += [(language, view, v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations]
    assert found == []


def test_a_decision_is_kept_and_exported(opened: Open, report: Report) -> None:
    one = opened(report)
    first = one.page.locator("#findings .card").first
    first.locator("[data-review]").click()
    one.page.select_option(".review [name=decision]", "false-positive")
    one.page.fill(".review [name=reason]", "两处说的是两个人 <b>")
    one.page.fill(".review [name=by]", "编辑甲")
    one.page.keyboard.press("Enter")
    assert "两处说的是两个人 <b>" in first.locator(".decided").inner_text()
    one.page.reload()
    assert "编辑甲" in first.locator(".decided").inner_text()
    one.page.select_option("#by-status", "open")
    assert len(one.visible()) == len(report.findings) - 1
    with one.page.expect_download() as download:
        one.page.click("#export")
    assert download.value.suggested_filename == "crosscheck-decisions.jsonl"
    (line,) = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    kept = json.loads(line)
    assert kept["id"] == report.findings[6].id
    assert kept["rule"] == "role/conflict"
    assert (kept["decision"], kept["by"]) == ("false-positive", "编辑甲")
    assert one.quiet()


def test_both_texts_scroll_in_step(opened: Open) -> None:
    one = opened(many(150), "#view=reading")
    place = "document.querySelector('#d-{}').scrollTop"
    one.page.hover("#d-entry")
    one.page.mouse.wheel(0, 2000)
    one.page.wait_for_timeout(400)
    entry, source = one.page.evaluate(place.format("entry")), one.page.evaluate(place.format("source-1"))
    assert entry > 1000
    assert abs(entry - source) < 200
    one.page.uncheck("#in-step")
    one.page.hover("#d-source-1")
    one.page.mouse.wheel(0, -1500)
    one.page.wait_for_timeout(400)
    assert one.page.evaluate(place.format("entry")) == entry
    assert one.page.evaluate(place.format("source-1")) < source


def test_the_strip_leads_to_a_finding(opened: Open, report: Report) -> None:
    one = opened(report)
    box = one.page.locator("#strip").bounding_box()
    assert box
    one.page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + 5)
    assert one.page.locator(".card.chosen").count() == 1


def test_a_report_without_findings(opened: Open, report: Report) -> None:
    one = opened(replace(report, findings=(), citations=(), notices=()))
    for key in ("j", "n", "v", "j"):
        one.page.keyboard.press(key)
    assert one.page.is_visible("#d-entry")
    assert one.quiet()


def test_the_order_is_in_the_address(opened: Open, report: Report) -> None:
    one = opened(report)
    first = one.visible()
    one.page.select_option("#by-sort", "place")
    assert one.visible() == [f"f-{finding.id}" for finding in report.findings]
    address = one.page.evaluate("location.hash")
    assert "sort=place" in address
    assert opened(report, address).visible() == one.visible()
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("j")
    assert one.page.get_attribute(".card.chosen", "id") == one.visible()[0]
    one.page.select_option("#by-sort", "score")
    scores = one.page.eval_on_selector_all("#flat .card", "all => all.map(card => Number(card.dataset.p))")
    assert scores == sorted(scores, reverse=True)
    one.page.select_option("#by-sort", "")
    assert one.visible() == first
    assert one.quiet()


def test_what_is_new_can_be_asked_for(opened: Open, report: Report) -> None:
    assert opened(report).page.locator("#by-new").count() == 0
    one = opened(full())
    one.page.select_option("#by-new", "yes")
    assert [one.page.get_attribute(f"#{card}", "data-k") for card in one.visible()] == ["role"]


def test_many_unsupported_statements_are_folded_until_asked_for(opened: Open) -> None:
    one = opened(full())
    folded = one.page.eval_on_selector_all(".rest .card", "all => all.map(card => card.id)")
    assert len(folded) == 6
    assert not set(folded) & set(one.visible())
    one.page.evaluate("id => { location.hash = id }", folded[2])
    one.page.wait_for_selector(f"#{folded[2]}.chosen")
    assert folded[2] in one.visible()
    assert one.quiet()


def test_a_citation_problem_leads_to_its_place_and_back(opened: Open) -> None:
    one = opened(full(), permissions=["clipboard-read", "clipboard-write"])
    one.page.click("#c-1 .to-text")
    mark = one.page.locator("#p-1")
    assert mark.is_visible()
    assert mark.evaluate("e => e === document.activeElement")
    before = mark.evaluate("e => e.previousSibling.textContent + (e.previousSibling.dataset?.label ?? '')")
    assert before.endswith("[2]")
    one.page.click("#dock .close")
    mark.press("Enter")
    assert "empty-reference" in one.page.inner_text("#dock")
    one.page.click("#dock .to-card")
    assert one.page.is_visible("#c-1.chosen")
    one.page.click("#c-1 [data-fix]")
    one.page.wait_for_selector("#toast.on")
    assert one.page.evaluate("navigator.clipboard.readText()") == "《成渝铁路志》"
    assert one.quiet()


def test_who_waived_and_how_a_claim_is_cited_is_said_in_every_language(opened: Open) -> None:
    one = opened(full())
    card = one.page.locator(".card.waived")
    for language, word, standing in (
        ("en", "won’t fix", "not in the source that it cites"),
        ("zh-Hant", "不處理", "所引來源未見此說"),
    ):
        one.page.click(f".langs [data-lang={language}]")
        assert word in card.locator(".waiver").inner_text()
        assert "沿用旧志 <b> · 编辑乙, 2027-01-31" in card.locator(".waiver").inner_text()
        assert standing in one.page.inner_text("#findings .standing.failed-verification")


def test_the_keyboard_reaches_everything(opened: Open) -> None:
    one = opened(full())
    for view in ("findings", "reading", "matrix"):
        one.page.click(f".views [data-view={view}]")
        one.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        wanted = one.page.evaluate(
            """() => {
              const seen = [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")]
                .filter(e => e.checkVisibility() && e.tabIndex >= 0 && !e.closest("[hidden]"));
              window.reached = new Set();
              document.addEventListener("focusin", event => window.reached.add(event.target));
              window.wanted = seen;
              return seen.length;
            }"""
        )
        for _ in range(wanted + 5):
            one.page.keyboard.press("Tab")
        missed = one.page.evaluate(
            "window.wanted.filter(e => !window.reached.has(e)).map(e => e.outerHTML.slice(0, 90))"
        )
        assert missed == [], view


def test_citation_problems_are_filtered_and_found_like_claims(opened: Open) -> None:
    one = opened(full())
    one.page.click(".chip.citations")
    assert one.visible() == []
    assert one.page.is_visible("#c-1") and not one.page.is_visible("#nothing")
    assert one.page.inner_text("#shown").startswith("1 / ")
    assert opened(full(), one.page.evaluate("location.hash")).page.is_visible("#c-1")
    one.page.click(".chip.citations")
    one.page.select_option("#by-kind", "empty-reference")
    assert one.visible() == [] and one.page.is_visible("#c-1")
    one.page.select_option("#by-kind", "date")
    assert one.visible() and not one.page.is_visible("#c-1")
    one.page.select_option("#by-kind", "")
    one.page.fill("#search", "without text")
    one.page.locator("#findings .card").first.wait_for(state="hidden")
    assert one.visible() == [] and one.page.is_visible("#c-1")
    assert one.quiet()


def test_a_citation_problem_is_decided_on_in_the_text(opened: Open) -> None:
    one = opened(full(), "#view=reading")
    one.page.click("#p-1")
    one.page.click("#dock [data-review]")
    one.page.fill(".review [name=reason]", " 旧志如此 ")
    one.page.fill(".review [name=by]", "编辑甲")
    one.page.keyboard.press("Enter")
    assert "旧志如此 · 编辑甲" in one.page.inner_text("#dock .decided")
    assert one.page.evaluate("document.activeElement.matches('#dock [data-review]')")
    one.page.click("#dock .to-card")
    assert one.page.is_visible("#c-1.reviewed .decided")
    one.page.select_option("#by-status", "done")
    assert [one.page.get_attribute(f"#{card}", "class") for card in one.visible()] == ["card conflict waived"]
    assert one.page.is_visible("#c-1")
    one.page.click("#c-1 [data-review]")
    one.page.click(".review .remove")
    assert not one.page.is_visible("#export")
    assert one.quiet()


@pytest.mark.parametrize("button", ["#export", "#export-annotation"])
def test_what_is_exported_quotes_the_file_exactly(opened: Open, button: str) -> None:
    report = hostile()
    one = opened(report)
    for card in one.visible():
        one.page.click(f"#{card} [data-review]")
        one.page.fill(".review [name=reason]", "</script> ${x}")
        one.page.fill(".review [name=by]", '"><b>')
        one.page.keyboard.press("Enter")
    with one.page.expect_download() as download:
        one.page.click(button)
    text = Path(download.value.path()).read_text(encoding="utf-8")
    first, second = report.findings[0].claim, report.findings[0].evidence[0].place
    if button == "#export":
        kept = [json.loads(line) for line in text.splitlines()]
        assert {line["id"] for line in kept} == {finding.id for finding in report.findings}
        for side, place in ((kept[0]["claim"], first), (kept[0]["evidence"], second)):
            assert (side["exact"], side["prefix"], side["suffix"], side["start"]) == (
                place.exact,
                place.prefix,
                place.suffix,
                place.start,
            )
    else:
        read = read_annotations(text)
        assert {found.id for found in read} == {finding.id for finding in report.findings}
        claim = read[0].claim
        assert claim and (claim.exact, claim.start, claim.end) == (first.exact, first.start, first.end)
        assert (read[0].decision, read[0].reason, read[0].by) == ("accepted", "</script> ${x}", '"><b>')
    assert one.quiet()
