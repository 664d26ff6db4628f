"""Coming in, asking for a new link, leaving."""

import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from submissions import entrance, limits, mails
from submissions.forms import LinkForm
from submissions.models import AccessLink, State

# Every request for a link takes as long, whether somebody has the address or not.
ANSWERED_AFTER = 0.3  # seconds

_BY_STATE = {State.PROOF: "proof", State.PUBLISHED: "article"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Offer to come in by a link, and let in whoever presses the button.

    Looking alone uses nothing up: mail programs look at links before people do.
    """
    link = entrance.find_link(token)
    session = entrance.session_of(request)
    if link and session and session.guest_id == link.guest_id:
        return _inside(link)
    if link is None or not entrance.is_usable(link):
        context = {"form": LinkForm(), "token": token if link else ""}
        return render(request, "submissions/link_closed.html", context, status=403)
    if request.method != "POST":
        return render(request, "submissions/enter.html", {"link": link})
    try:
        secret = entrance.enter(link)
    except entrance.NotOpen:
        return redirect("contribute:enter", token=token)
    if session:
        entrance.leave(session)
    response = _inside(link)
    entrance.set_cookie(response, secret)
    return response


def _inside(link: AccessLink) -> HttpResponse:
    """Lead to what a link was sent about."""
    if link.submission is None:
        return redirect("contribute:index")
    is_own = link.submission.guest_id == link.guest_id
    usual = "submission" if is_own else "proof"
    name = _BY_STATE.get(State(link.submission.state), usual)
    return redirect(f"contribute:{name}", pk=link.submission.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_link(request: HttpRequest) -> HttpResponse:
    """Send a new link to a guest, and tell everybody the same."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        began = time.monotonic()
        status = _send_link(request, form)
        time.sleep(max(0.0, began + ANSWERED_AFTER - time.monotonic()))
        if not form.errors:
            return redirect("contribute:link_sent")
    context = {"form": form}
    return render(request, "submissions/ask_for_link.html", context, status=status)


@never_cache
@require_POST
def renew_link(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new link to the address to which one that is closed was sent."""
    link = entrance.find_link(token)
    if link is None:
        return redirect("contribute:ask_for_link")
    status = _send_link(request, LinkForm({"email": link.guest.email}))
    if status == 200:
        return redirect("contribute:link_sent")
    # Not the form that was filled: whoever found the link is not shown the address.
    context = {"form": LinkForm(), "comes_too_often": True}
    return render(request, "submissions/ask_for_link.html", context, status=status)


@never_cache
@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    """Say what happens if the address is known."""
    return render(request, "submissions/link_sent.html")


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session, here and on the server."""
    if session := entrance.session_of(request):
        entrance.leave(session)
    response = redirect("contribute:left")
    entrance.forget_cookie(response)
    return response


@never_cache
@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """Say goodbye."""
    return render(request, "submissions/left.html")


def _send_link(request: HttpRequest, form: LinkForm) -> int:
    """Send a link to what a form names, or say why not; give the answer's status."""
    if not form.is_valid():
        return 400
    if not limits.may_ask_for_link(request):
        message = _("Many requests came from here. Please try again in an hour.")
        form.add_error(None, message)
        return 429
    email = form.cleaned_data["email"]
    # Whoever asks too often for one address is not told: it has its links.
    if limits.may_be_mailed(email):
        mails.send_link.enqueue(email)
    return 200
