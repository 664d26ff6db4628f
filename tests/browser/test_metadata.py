"""What an article's head tells programs, under the policy that readers get."""

import io
import json

from django.core.management import call_command


def test_linked_data_is_there_and_breaks_no_policy(site, visit):
    call_command("load_demo", stdout=io.StringIO())
    page = visit()
    page.goto("/articles/ketamine-for-nerve-pain/")
    block = page.locator("script[type='application/ld+json']")
    data = json.loads(block.text_content())
    assert data["headline"] == page.locator("h1").inner_text().replace("\n", " ")
    with page.expect_download() as download:
        page.locator(".cite").get_by_role("link", name="RIS").first.click()
    assert download.value.suggested_filename == "ketamine-for-nerve-pain.ris"
