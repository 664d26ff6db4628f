"""What a guest declares: nothing, or who pays, by the questions that apply."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from authors import icmje
from authors.disclosures import declare
from authors.forms import prefilled
from submissions import keeping
from submissions.access import guest_required
from submissions.forms import DetailsForm, LinesForm
from submissions.models import Guest

LINES = "interests"
DETAILS = "interests-details"


@require_http_methods(["GET", "HEAD", "POST"])
@guest_required
def interests(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Ask which of the thirteen questions apply."""
    if guest.author is None:
        return redirect("contribute:profile")
    form = LinesForm(initial={"lines": _chosen(guest)})
    if request.method == "POST":
        if "none" in request.POST:
            return redirect("contribute:no_interests")
        form = LinesForm(request.POST)
        if form.is_valid():
            keeping.keep(guest, LINES, request.POST)
            return redirect("contribute:interests_details")
    context = {
        "form": form,
        "guest": guest,
        "current": guest.author.disclosures.current(timezone.localdate()).first(),
        "stamp": keeping.stamp(guest, LINES),
    }
    status = 400 if form.errors else 200
    return render(request, "submissions/interests.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@guest_required
def no_interests(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Have it confirmed, with all thirteen questions, that there is nothing."""
    if guest.author is None:
        return redirect("contribute:profile")
    if request.method == "POST":
        declare(guest.author, {line.key: [] for line in icmje.LINES}, by=None)
        _forget(guest)
        return redirect("contribute:index")
    context = {"guest": guest, "lines": icmje.LINES}
    return render(request, "submissions/no_interests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@guest_required
def details(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Ask for names, on the lines that apply."""
    keys = _chosen(guest)
    if guest.author is None or not keys:
        return redirect("contribute:interests")
    if request.method == "POST":
        keeping.keep(guest, DETAILS, request.POST)
        form = DetailsForm(request.POST, keys=keys)
        if form.is_valid():
            statement = form.cleaned_data["statement"]
            declare(guest.author, form.answers, statement, by=None)
            _forget(guest)
            return redirect("contribute:index")
    else:
        unsent = keeping.kept(guest, DETAILS)
        typed = unsent.dict() if unsent else {}
        form = DetailsForm(initial=prefilled(guest.author) | typed, keys=keys)
    context = {
        "form": form,
        "guest": guest,
        "stamp": keeping.stamp(guest, DETAILS),
    }
    status = 400 if form.errors else 200
    return render(request, "submissions/interests_details.html", context, status=status)


def _chosen(guest: Guest) -> list[str]:
    """Give the lines that were ticked, or else those that were declared last."""
    unsent = keeping.kept(guest, LINES)
    if unsent is not None:
        return unsent.getlist("lines")
    last = guest.author.disclosures.first() if guest.author else None
    return [line.key for line, declared in last.lines if declared] if last else []


def _forget(guest: Guest) -> None:
    keeping.forget(guest, LINES)
    keeping.forget(guest, DETAILS)
