"""Letting guests, and nobody else, see the pages that are theirs."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from submissions import keeping
from submissions.entrance import session_of
from submissions.forms import LinkForm

View = Callable[..., HttpResponse]


def guest_required(view: View) -> View:
    """Call a view with the guest whose session it is, or ask to come in first.

    What somebody sends after their session has ended is kept.
    """

    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        session = session_of(request)
        if session is None:
            return _outside(request)
        return view(request, session.guest, *args, **kwargs)

    return wrapped


def _outside(request: HttpRequest) -> HttpResponse:
    is_kept = request.method == "POST" and keeping.keep_late(request.POST)
    context = {"form": LinkForm(), "is_kept": is_kept}
    return render(request, "submissions/outside.html", context, status=403)
