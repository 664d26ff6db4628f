"""Readers' comments, as they are written and as moderators leave them."""

import time

from comments import moderation, writing
from comments.forms import CommentForm


def write(page, name="Heron", text="A text", **options):
    """Give a held comment."""
    return writing.submit(page=page, name=name, text=text, **options)


def show(page, name="Heron", text="A text", **options):
    """Give an approved comment."""
    comment = write(page, name, text, **options)
    moderation.approve(comment, by=None)
    return comment


def filled(page, **fields):
    """Give what a person sends with the form of a page, some minutes after it came."""
    form = CommentForm(page_id=page.pk)
    return {
        "name": "Heron",
        "text": "A text",
        "consent": "on",
        "stamp": form.stamp_of(time.time() - 120),
    } | fields


def send(client, page, **fields):
    """Send the form of a page and give the answer."""
    return client.post(f"/comments/write/{page.pk}/", filled(page, **fields))
