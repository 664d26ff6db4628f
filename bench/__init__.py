"""Repeatable measurements, run with `make bench`."""
