"""The explorer in a real browser: from the overview to the evidence in five clicks, back again, and nothing refused by the policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect, sync_playwright

WAIT = 15_000  # milliseconds


@pytest.fixture(scope="module")
def browser_page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture
def page(browser_page: Page) -> Iterator[Page]:
    told: list[str] = []

    def keep(text: str) -> None:
        told.append(text)

    def refuse(dialog: Dialog) -> None:
        told.append("a dialog: " + dialog.message)
        dialog.dismiss()

    browser_page.on("console", lambda m: keep(m.text) if m.type == "error" else None)
    browser_page.on("pageerror", lambda e: keep(str(e)))
    browser_page.on("dialog", refuse)
    browser_page.set_viewport_size({"width": 1100, "height": 800})
    yield browser_page
    assert told == []


def drawn(page: Page) -> None:
    page.wait_for_function(
        "() => [...document.querySelectorAll('figure.chart')].every((f) => f.dataset.drawn)", timeout=WAIT
    )


def test_from_overview_to_evidence_in_five_clicks_and_back(page: Page, address: str) -> None:
    page.goto(address)
    drawn(page)
    assert page.locator("figure.chart svg").count() >= 2
    visited = [page.url]
    page.get_by_role("link", name="France – Iran").click()  # 1: the pair
    expect(page.get_by_role("heading", level=1)).to_contain_text("France and Iran")
    drawn(page)
    visited.append(page.url)
    page.locator("ol.incidents .told a").first.click()  # 2: an incident
    expect(page.get_by_role("heading", name="Witnesses side by side")).to_be_visible()
    visited.append(page.url)
    page.locator("article h3 a").first.click()  # 3: a document
    mark = page.locator("mark.act").first
    mark.click()  # 4: why
    expect(mark.locator(".why")).to_be_visible()
    for url in reversed(visited):
        page.go_back()
        assert page.url == url


def test_the_demo_corpus_from_overview_to_evidence_in_five_clicks(page: Page, demo_address: str) -> None:
    page.goto(demo_address)
    drawn(page)
    page.get_by_role(
        "link", name=re.compile(".+ – .+")
    ).first.click()  # 1: the pair that has most to do with one another
    drawn(page)
    page.locator("ol.incidents .told a").first.click()  # 2: an incident
    expect(page.get_by_role("heading", name="Witnesses side by side")).to_be_visible()
    page.locator("article h3 a").first.click()  # 3: a document
    mark = page.locator("mark.act").first
    mark.click()  # 4: why
    expect(mark.locator(".why")).to_be_visible()


def test_filters_by_keyboard_stay_in_the_address(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Party", exact=True).fill("SYR")
    page.get_by_label("Party", exact=True).press("Enter")
    page.wait_for_url("**/?party=SYR")
    expect(page.locator(".lead").first).to_contain_text("1 incident of 4")
    expect(page.get_by_label("Party", exact=True)).to_have_value("SYR")
    page.get_by_role("link", name="Incidents", exact=True).click()
    assert page.url.endswith("/incidents?party=SYR")


@pytest.mark.parametrize(
    ("label", "value", "address_says"),
    [("Since", "2019-05-15", "since=2019-05-15"), ("Until", "2019-05-15", "until=2019-05-15"), ("Party", "IRN", "party=IRN"), ("Words", "talks", "text=talks"),
     ("Who acts", "FRA", "actor=FRA"), ("To whom", "IRN", "recipient=IRN"), ("In country", "AUT", "country=AUT"), ("Place", "Geneva", "place=Geneva"),
     ("Mode", "hunger", "mode=hunger"), ("Sources at least", "2", "min_sources=2"), ("Confidence at least", "0.5", "min_confidence=0.5"),
     ("Order", "newest", "order=newest"), ("Period", "week", "by=week"), ("Network of", "name", "level=name"), ("Type", "CONSULT", "type=CONSULT"),
     ("Quad class", "4", "quad=4"), ("Status", "asserted", "status=asserted"), ("Context", "diplomatic", "context=diplomatic"), ("Sector", "GOV", "sector=GOV")],
)  # fmt: skip
def test_every_filter_by_its_field(label: str, value: str, address_says: str, page: Page, address: str) -> None:
    page.goto(f"{address}/incidents")
    page.get_by_text("More filters").click()
    field = page.locator(f"form.filters [name={address_says.partition('=')[0]}]")
    assert field.evaluate("e => e.labels[0].firstChild.textContent.trim()") == label
    if field.evaluate("e => e.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(f"{address}/incidents?{address_says}")
    told = page.request.get(f"{address}/api/incidents?{address_says}").json()["found"]
    assert page.locator("ol.incidents > li").count() == told
    expect(page.locator(".lead")).to_contain_text(f"{told} incident")
    assert field.evaluate("e => e.multiple ? e.selectedOptions[0].value : e.value") == value
    page.go_back()
    assert page.url == f"{address}/incidents"


def test_a_pair_by_its_two_fields(page: Page, address: str) -> None:
    page.goto(f"{address}/pair")
    page.get_by_label("Between: first party").fill("FRA")
    page.get_by_label("Between: second party").fill("IRN")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/pair?between=FRA&between=IRN")


def test_the_brush_becomes_a_period_of_the_address(page: Page, address: str) -> None:
    page.goto(address)
    drawn(page)
    strip = page.locator("figure[data-chart=overview] .role-scope:has(.brush_brush_bg) path.background").first
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()
    page.get_by_role("button", name="Show only").click()
    page.wait_for_url("**/?since=2019-*&until=2019-*")
    page.go_back()
    assert page.url == f"{address}/"


def test_marks_of_charts_lead_on(page: Page, address: str) -> None:
    page.goto(address)
    drawn(page)
    page.locator("figure[data-chart=overview] svg .mark-rect.role-mark path").first.click()
    page.wait_for_url("**/incidents?since=2019-*&until=2019-*&quad=*")
    assert page.locator("ol.incidents > li").count() > 0
    page.goto(f"{address}/network")
    drawn(page)
    page.locator("figure[data-chart=network] svg .mark-symbol path").first.click()
    page.wait_for_url("**/actor?party=*")


def test_the_slider_of_the_map_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/map")
    drawn(page)
    slider = page.get_by_role("slider")
    expect(page.locator("output")).to_have_text("the last day")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("output")).to_have_text("2019-05-06")
    assert slider.get_attribute("aria-valuetext") == "2019-05-06"


def test_the_map_nearer_and_aside(page: Page, address: str) -> None:
    page.goto(f"{address}/map")
    drawn(page)
    place = page.locator("figure[data-chart=map] svg .mark-symbol.role-mark path").last  # the one on top
    before = place.bounding_box()
    page.get_by_role("button", name="Nearer").click()
    page.locator("figure[data-chart=map] .canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert place.bounding_box() != before
    place.click()
    page.wait_for_url("**/incidents?place=*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readable_at_390_pixels(scheme: str, page: Page, address: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 390, "height": 800})
    for name in (
        "",
        "incidents",
        "pair?between=FRA&between=IRN",
        "actor?party=FRA",
        "map",
        "network",
        "storylines",
        "search?text=wheat",
        "document?document=d0005",
    ):
        page.goto(f"{address}/{name}")
        drawn(page)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390, name


def test_a_nasty_report_is_text(page: Page, address: str) -> None:
    page.goto(f"{address}/document?document=d0005")
    expect(page.locator(".text")).to_contain_text("<script>alert(1)</script>")
    assert page.locator(".text script, .text img").count() == 0


def test_first_tab_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
