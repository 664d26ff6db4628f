"""Whatever is done to an article, it is called reviewed only as it was signed."""

import json

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authors.models import AuthorPage
from blog.models import ArticlePage
from editorial import review
from editorial.models import NoticeKind
from tests.factories.authors import DisclosureFactory
from tests.factories.editorial import paragraph
from tests.factories.files import ImageFactory
from tests.factories.pages import AuthorPageFactory
from tests.factories.publishing import announce, excuse
from tests.factories.references import ReferenceFactory
from tests.factories.signing import make_reviewer, ready_draft

pytestmark = pytest.mark.django_db
KINDS = sorted(set(NoticeKind.values) - {NoticeKind.WITHDRAWAL})
WORDS = st.sampled_from(["Rest", "Sleep", "Walk"])
STEPS = st.one_of(
    st.tuples(st.just("retitle"), WORDS),
    st.tuples(st.just("rewrite"), WORDS),
    st.tuples(st.just("add_author"), st.none()),
    st.tuples(st.just("drop_author"), st.none()),
    st.tuples(st.just("declare"), st.none()),
    st.tuples(st.just("rename_author"), WORDS),
    st.tuples(st.just("credit"), WORDS),
    st.tuples(st.just("correct_source"), WORDS),
    st.tuples(st.just("judge_source"), st.sampled_from(["retracted", "concern"])),
    st.tuples(st.just("publish"), st.sampled_from(KINDS)),
    st.tuples(st.just("sign"), st.none()),
    st.tuples(st.just("restore"), st.sampled_from(KINDS)),
    st.tuples(st.just("unpublish"), st.none()),
)


def look(page):
    """Give the words that a reader sees of an article and its sources."""
    return tuple(strip_tags(page.frozen_html()).split())


class Desk:
    """An article, what is done to it, and what of it was signed."""

    def __init__(self, reviewer):
        self.reviewer = reviewer
        self.source = ReferenceFactory(title="A study of rest")
        self.picture = ImageFactory(credit="Heron", licence="own")
        page = ready_draft(lead_image=self.picture)
        self.key = page.pk
        self.first = page.get_latest_revision()
        # What was signed, as a fingerprint and as a reader would see it.
        self.marks, self.looks = set(), set()
        self.rewrite("Rest")

    @property
    def page(self):
        return ArticlePage.objects.get(pk=self.key)

    @property
    def draft(self):
        return self.page.get_latest_revision_as_object()

    def signed(self, page):
        self.marks.add(page.fingerprint())
        self.looks.add(look(page))

    def retitle(self, word):
        draft = self.draft
        draft.title = word
        draft.save_revision()

    def rewrite(self, word):
        draft = self.draft
        mark = f'<a linktype="citation" id="{self.source.pk}">1</a>'
        draft.body = json.dumps([paragraph(f"{word} helps.{mark}")])
        draft.save_revision()

    def add_author(self, _):
        draft = self.draft
        author = AuthorPageFactory()
        DisclosureFactory(author=author)
        draft.authorships.create(author=author)
        draft.save_revision()

    def drop_author(self, _):
        draft = self.draft
        rows = list(draft.authorships.all())
        draft.authorships.set(rows[:1])
        draft.save_revision()

    def declare(self, _):
        DisclosureFactory(author=self._author())

    def rename_author(self, word):
        author = self._author()
        author.title = word
        author.save()

    def _author(self):
        return AuthorPage.objects.get(pk=self.draft.authorships.first().author_id)

    def credit(self, word):
        self.picture.credit = word
        self.picture.save()

    def correct_source(self, word):
        self.source.title = f"A study of {word}"
        self.source.save()

    def judge_source(self, standing):
        type(self.source).objects.filter(pk=self.source.pk).update(standing=standing)
        self.source.refresh_from_db()

    def publish(self, kind):
        self._publish(self.draft, kind)

    def restore(self, kind):
        self._publish(self.first.as_object(), kind)

    def _publish(self, draft, kind):
        page = self.page
        keeps = (
            kind == NoticeKind.MINOR and page.live and page.fingerprint() in self.marks
        )
        announce(draft, kind)
        excuse(draft)
        draft.save_revision().publish()
        if keeps:
            self.signed(self.page)

    def unpublish(self, _):
        if self.page.live:
            self.page.unpublish()

    def sign(self, _):
        draft = self.draft
        draft.keep_disclosures()
        review.record(draft, reviewer=self.reviewer, checked=[], at=timezone.now())
        self.signed(draft)


def check(client, desk):
    page = desk.page
    if not page.live:
        return
    shown = "Reviewed by" in client.get(page.url).content.decode()
    assert shown == (page.fingerprint() in desk.marks)
    assert not shown or look(page) in desk.looks


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, min_size=1, max_size=9))
def test_only_what_was_signed_is_called_reviewed(client, reviewer, steps):
    with transaction.atomic():
        desk = Desk(reviewer)
        for name, value in [*steps, ("publish", NoticeKind.MINOR)]:
            getattr(desk, name)(value)
            check(client, desk)
        transaction.set_rollback(True)


@pytest.fixture
def reviewer():
    return make_reviewer()


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_change_without_substance_keeps_the_review(client, reviewer, kind):
    desk = Desk(reviewer)
    desk.sign(None)
    desk.publish(kind)
    check(client, desk)
    assert desk.page.fingerprint() in desk.marks
    desk.rewrite("Sleep")
    desk.publish(kind)
    check(client, desk)
    assert (desk.page.fingerprint() in desk.marks) == (kind == NoticeKind.MINOR)


ELSEWHERE = [
    ("rename_author", "Walk"),
    ("credit", "Walk"),
    ("correct_source", "Walk"),
    ("judge_source", "retracted"),
]


@pytest.mark.parametrize(("name", "value"), ELSEWHERE)
def test_a_change_elsewhere_ends_the_review(client, reviewer, name, value):
    desk = Desk(reviewer)
    desk.sign(None)
    desk.publish("update")
    assert "Reviewed by" in client.get(desk.page.url).content.decode()
    getattr(desk, name)(value)
    told = client.get(desk.page.url).content.decode()
    assert "Reviewed by" not in told
    assert "Edited since review" in told
