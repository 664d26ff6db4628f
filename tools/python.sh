#!/bin/sh
# Run a Python that can make the environment, with the arguments given here.
# It must be 3.11 or newer and have the venv and ensurepip modules.
# PYTHON names one; otherwise the usual names are tried in turn.

probe='
import sys
try:
    import ensurepip, venv
    able = True
except ImportError:
    able = False
old = sys.version_info < (3, 11)
print("old" if old else "able" if able else "bare", sys.executable)
'
bare=
for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
    command -v "$name" >/dev/null 2>&1 || continue
    answer=$("$name" -c "$probe" 2>/dev/null) || continue
    case $answer in
        able\ *) exec "${answer#able }" "$@" ;;
        bare\ *) [ -n "$bare" ] || bare=${answer#bare } ;;
    esac
done

if [ -n "$bare" ]; then
    echo "$bare has no venv module: install it (on Debian and Ubuntu: apt install python3-venv), or name another Python with PYTHON=." >&2
elif [ -n "$PYTHON" ]; then
    echo "PYTHON=$PYTHON is not a Python 3.11 or newer that runs here." >&2
else
    echo "Citewell needs Python 3.11 or newer, and none was found: install it, or name it with PYTHON=." >&2
fi
exit 1
