"""The explorer in a real browser: from the overview to the evidence in five clicks, back again, and nothing refused by the policy."""

from __future__ import annotations

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


def test_filters_by_keyboard_stay_in_the_address(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Party", exact=True).fill("SYR")
    page.get_by_label("Party", exact=True).press("Enter")
    page.wait_for_url("**/?party=SYR")
    expect(page.locator(".lead").first).to_contain_text("1 incident of 4")
    expect(page.get_by_label("Party", exact=True)).to_have_value("SYR")
    page.get_by_role("link", name="Incidents", exact=True).click()
    assert page.url.endswith("/incidents?party=SYR")


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
