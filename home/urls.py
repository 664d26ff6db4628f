"""Addresses that are no pages."""

from django.urls import path

from home import views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
