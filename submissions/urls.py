"""Addresses below /contribute/, the guests' own door."""

from django.urls import path

from submissions.views import (
    article,
    entrance,
    interests,
    manuscript,
    profile,
    proof,
    state,
)

app_name = "contribute"

urlpatterns = [
    path("", state.index, name="index"),
    path("enter/<str:token>/", entrance.enter, name="enter"),
    path("enter/<str:token>/renew/", entrance.renew_link, name="renew_link"),
    path("link/", entrance.ask_for_link, name="ask_for_link"),
    path("link/sent/", entrance.link_sent, name="link_sent"),
    path("leave/", entrance.leave, name="leave"),
    path("left/", entrance.left, name="left"),
    path("profile/", profile.profile, name="profile"),
    path("interests/", interests.interests, name="interests"),
    path("interests/none/", interests.no_interests, name="no_interests"),
    path("interests/details/", interests.details, name="interests_details"),
    path("<int:pk>/", state.submission, name="submission"),
    path("<int:pk>/accept/", state.accept, name="accept"),
    path("<int:pk>/decline/", state.decline, name="decline"),
    path("<int:pk>/notes/", state.write_note, name="write_note"),
    path("<int:pk>/submit/", state.submit, name="submit"),
    path("<int:pk>/article/", article.article, name="article"),
    path("<int:pk>/manuscript/", manuscript.manuscript, name="manuscript"),
    path("<int:pk>/manuscript/preview/", manuscript.preview, name="preview"),
    path("<int:pk>/proof/", proof.proof, name="proof"),
    path("<int:pk>/proof/page/", proof.proof_page, name="proof_page"),
    path("<int:pk>/proof/approve/", proof.approve, name="approve"),
    path("<int:pk>/proof/changes/", proof.ask_for_changes, name="ask_for_changes"),
]
