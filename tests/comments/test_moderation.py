"""Comments: held first, and safe against what the stock handlers do."""

import pytest
from django.conf import settings
from wagtail.models import PageViewRestriction

from comments import moderation, writing
from comments.models import Comment, Status


def submit(page, **options):
    return writing.submit(page=page, name="Heron", text="A text", **options)


def test_a_comment_is_held_and_does_not_show(client, article):
    submit(article)
    assert "A text" not in client.get(article.url).content.decode()


def test_an_approved_comment_shows(client, article, moderator):
    moderation.approve(submit(article), by=moderator)
    assert "A text" in client.get(article.url).content.decode()


def test_a_held_reply_stays_held_when_its_parent_is_saved(article, moderator):
    parent = submit(article)
    moderation.approve(parent, by=moderator)
    reply = submit(article, reply_to=parent.pk)
    moderation.approve(Comment.objects.get(pk=parent.pk), by=moderator)
    Comment.objects.get(pk=parent.pk).save()
    reply.refresh_from_db()
    assert (reply.status, reply.is_public) == (Status.HELD, False)


@pytest.mark.parametrize("status", [404, 400])
def test_a_bad_reply_is_an_error_on_the_form_and_leaves_no_row(client, article, status):
    data = {"name": "Heron", "text": "A text", "reply_to": "999999"}
    page_id = article.pk if status == 400 else 999999
    response = client.post(f"/comments/write/{page_id}/", data)
    assert response.status_code == status
    assert Comment.objects.count() == 0


def test_a_reply_to_a_held_comment_is_refused(article):
    held = submit(article)
    with pytest.raises(writing.NotAccepted):
        submit(article, reply_to=held.pk)
    assert Comment.objects.count() == 1


def test_replies_below_the_deepest_level_stand_beside(article, moderator):
    parent = submit(article)
    deepest = settings.COMMENTS_XTD_MAX_THREAD_LEVEL
    for _ in range(deepest + 2):
        moderation.approve(parent, by=moderator)
        parent = submit(article, reply_to=parent.pk)
    assert parent.level == deepest
    assert Comment.objects.count() == deepest + 3


def test_no_comment_on_a_draft(client, article):
    article.unpublish()
    data = {"name": "Heron", "text": "A text"}
    assert client.post(f"/comments/write/{article.pk}/", data).status_code == 404


def test_no_comment_on_a_private_page(client, article):
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    data = {"name": "Heron", "text": "A text"}
    assert client.post(f"/comments/write/{article.pk}/", data).status_code == 404
    assert Comment.objects.count() == 0


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"name": "x" * 51, "text": "A text"},
        {"name": "Heron", "text": "x" * 3001},
        {"name": "Heron", "text": "A text", "reply_to": "abc"},
        {"name": "Heron", "text": "A text", "website": "https://example.org"},
    ],
)
def test_bad_input_keeps_the_text_and_stores_nothing(client, article, data):
    response = client.post(f"/comments/write/{article.pk}/", data)
    assert response.status_code == 400
    assert data.get("text", "") in response.content.decode()
    assert Comment.objects.count() == 0


def test_a_posted_comment_is_held_and_approved_in_the_admin(client, article, moderator):
    data = {"name": "Heron", "text": "A text", "reply_to": ""}
    response = client.post(f"/comments/write/{article.pk}/", data, follow=True)
    assert "Your comment is kept" in response.content.decode()
    comment = Comment.objects.get()
    client.force_login(moderator)
    client.post(f"/admin/reader-comments/{comment.pk}/", {"decision": "approve"})
    comment.refresh_from_db()
    assert (comment.status, comment.is_public) == (Status.APPROVED, True)


def test_deciding_needs_a_post_and_a_permission(client, article, editor):
    comment = submit(article)
    url = f"/admin/reader-comments/{comment.pk}/"
    client.post(url, {"decision": "approve"})
    client.force_login(editor)
    client.get(url, {"decision": "approve"})
    comment.refresh_from_db()
    assert comment.status == Status.HELD


def test_comments_go_with_their_page(article):
    submit(article)
    article.delete()
    assert Comment.objects.count() == 0
