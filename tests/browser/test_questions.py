"""A reader chooses among the interview questions."""

import sessions
from playwright.async_api import Page, expect

SHOWN = "details.question:visible"


def read(reading: sessions.Reading, *, scripts: bool = True) -> None:
    """Open the page of questions, and do what `reading` says."""
    settings = {"java_script_enabled": scripts, "reduced_motion": "reduce"}
    sessions.read("/check/interview/", reading, **settings)


async def count(page: Page) -> int:
    return await page.locator(SHOWN).count()


def test_level_and_words_leave_the_questions_that_fit() -> None:
    async def reading(page: Page) -> None:
        counted = page.locator(".question-tools output")
        await expect(counted).to_have_text(f"{await count(page)} questions")
        everything = await count(page)
        await page.get_by_label("Level").select_option("Advanced")
        advanced = page.locator(SHOWN)
        assert 10 <= await advanced.count() < everything
        for question in await advanced.all():
            await expect(question.locator("summary strong")).to_have_text("Advanced.")
        await page.get_by_label("Filter by words").fill("adam divisor")
        await expect(advanced).to_have_count(1)  # one word stands in the answer alone
        await expect(advanced).to_contain_text("Why does Adam need bias correction?")
        await expect(counted).to_have_text(f"1 of {everything} questions")
        await expect(page.locator("article h2:visible")).to_have_count(1)

    read(reading)


def test_the_contents_list_the_chapters_that_have_questions() -> None:
    async def reading(page: Page) -> None:
        links = page.get_by_role("navigation", name="On this page").get_by_role("link")
        headings = page.locator("article h2:visible")
        for words in ("", "adam", "adam divisor"):
            await page.get_by_label("Filter by words").fill(words)
            names = [name.removesuffix("#") for name in await headings.all_inner_texts()]
            assert [name.strip() for name in await links.all_inner_texts()] == names
            assert names

    read(reading)


def test_where_nothing_fits_the_page_says_so_and_nothing_moves() -> None:
    async def reading(page: Page) -> None:
        places = page.locator(".question-tools > *")
        before = [await place.bounding_box() for place in (await places.all())[:-1]]
        await page.get_by_label("Filter by words").fill("zebra")
        await expect(page.locator(".question-tools output")).to_have_text("No question matches.")
        for name in ("Random question", "Open all"):
            await expect(page.get_by_role("button", name=name)).to_be_disabled()
        assert [await place.bounding_box() for place in (await places.all())[:-1]] == before

    read(reading)


def test_a_link_shows_the_hidden_section_that_it_leads_to() -> None:
    async def reading(page: Page) -> None:
        await page.get_by_label("Filter by words").fill("zebra")
        await page.evaluate("""() => {
          const link = Object.assign(document.createElement("a"), { href: "./#losses" });
          document.querySelector("article").prepend(link); // as a result of the search has it
          link.click();
        }""")
        await expect(page.get_by_role("heading", name="Losses")).to_be_in_viewport()

    read(reading)


def test_all_that_is_shown_opens_and_closes() -> None:
    async def reading(page: Page) -> None:
        await page.get_by_label("Level").select_option("Basic")
        opened = page.locator("details.question[open]")
        await page.get_by_role("button", name="Open all").click()
        await expect(opened).to_have_count(await count(page))
        await page.locator(f"{SHOWN} summary").first.click()  # one is folded: the rest can follow
        await page.get_by_role("button", name="Open all").click()
        await page.get_by_role("button", name="Close all").click()
        await expect(opened).to_have_count(0)

    read(reading)


def test_a_random_question_comes_folded_and_has_the_focus() -> None:
    async def reading(page: Page) -> None:
        await page.get_by_role("button", name="Open all").click()
        drawn = []
        for _ in range(3):
            await page.get_by_role("button", name="Random question").click()
            question = page.locator("details.question.drawn")
            await expect(question).to_be_in_viewport()
            await expect(question.locator("summary")).to_be_focused()
            assert await question.get_attribute("open") is None
            drawn.append(await question.locator("summary").inner_text())
        assert drawn[0] != drawn[1] != drawn[2]

    read(reading)


def test_without_scripts_the_questions_stand_there_alone() -> None:
    async def reading(page: Page) -> None:
        assert await count(page) >= 30
        await expect(page.locator(".question-tools")).to_be_hidden()

    read(reading, scripts=False)
