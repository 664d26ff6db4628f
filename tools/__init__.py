"""What the Makefile calls: the environment, the served site, tests and checks.

Everything here but `prepare` runs before any package is installed, so it uses
nothing but the standard library.
"""
