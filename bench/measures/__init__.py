"""The measures: each module has `measure(data) -> list[Row]`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.table import Row


def parts() -> Iterator[tuple[str, Callable[[Path], list[Row]]]]:
    """Give each measure by the name of its module, in alphabetical order."""
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        module = importlib.import_module(f"{__name__}.{found.name}")
        yield found.name, module.measure
