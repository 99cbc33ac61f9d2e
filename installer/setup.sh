#!/bin/sh
# All set-up for development and `make run`: Debian packages, then a virtual environment with pinned dependencies.
# Asks sudo only when a Debian package is missing and we are not root. Safe to run again.
set -eu

cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}
PACKAGES="python3-venv libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libpulse0 libzbar0 \
fonts-noto-cjk libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-render-util0 \
libxcb-image0 libxcb-xkb1 libusb-1.0-0 libsane1 libsane-common libsane-dev gcc libc6-dev python3-dev"

missing=""
if command -v dpkg-query >/dev/null; then
    for package in $PACKAGES; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true) in
            *"install ok installed"*) ;;
            *) missing="$missing $package" ;;
        esac
    done
else
    echo "setup: not a Debian machine; these libraries must be there: $PACKAGES" >&2
fi

# A Python that brings its own venv needs no Debian package for it.
if python3 -c 'import ensurepip' 2>/dev/null; then
    missing=$(printf ' %s ' "$missing" | sed 's/ python3-venv / /')
fi

# python-sane is compiled; a Python that brings its own headers needs none of Debian's.
if [ -e "$(python3 -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h" ]; then
    missing=$(printf ' %s ' "$missing" | sed 's/ python3-dev / /')
fi

if [ -n "$(echo "$missing" | tr -d ' ')" ]; then
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    echo "setup: installing$missing"
    $sudo apt-get update -q
    # shellcheck disable=SC2086 - a list of words
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "setup: Python 3.11 or newer is needed" >&2; exit 2; }

stamp=$VENV/.installed
if [ ! -e "$stamp" ] || [ installer/requirements.lock -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    echo "setup: virtual environment $VENV (some minutes the first time)"
    [ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r installer/requirements.lock
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
    touch "$stamp"
fi
