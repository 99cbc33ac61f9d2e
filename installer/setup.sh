#!/bin/sh
# All set-up for development and `make run`: Debian packages, then a virtual environment with pinned dependencies.
# `setup.sh test` adds what the tests otherwise skip for: PostgreSQL, Chromium, strace, nft, small disks, systemd-creds,
# node, a sound server, a screen reader on an X server of its own. `setup.sh deb` and `setup.sh package-test` install what the
# Debian packages are built and tried with, and leave the virtual environment alone.
# Asks sudo only when a Debian package is missing and we are not root. Safe to run again.
set -eu

cd "$(dirname "$0")/.."
FOR=${1:-run}
VENV=${VENV:-.venv}
PYTHON=python3
PACKAGES="python3-venv libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libpulse0 libzbar0 \
fonts-noto-cjk libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-render-util0 \
libxcb-image0 libxcb-xkb1 libusb-1.0-0 libsane1 libsane-common libsane-dev gcc libc6-dev python3-dev \
espeak-ng opus-tools"

case $FOR in
run) ;;
test)
    PACKAGES="$PACKAGES postgresql chromium strace nftables e2fsprogs mount systemd pulseaudio pulseaudio-utils \
at-spi2-core gir1.2-atspi-2.0 python3-gi dbus xvfb xauth"
    # a node from elsewhere brings its npm, and does not go together with Debian's
    command -v npm >/dev/null || PACKAGES="$PACKAGES nodejs npm"
    ;;
deb | package-test)
    PACKAGES="git python3 python3-venv python3-dev gcc libc6-dev binutils libsane-dev xz-utils espeak-ng opus-tools"
    # what the packages themselves link is tried as soon as they are made
    PACKAGES="$PACKAGES libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libpulse0 libzbar0 libsane1"
    PYTHON=/usr/bin/python3
    [ "$FOR" = deb ] || PACKAGES="$PACKAGES debootstrap lintian systemd mount util-linux"
    ;;
*)
    echo "usage: $0 [run|test|deb|package-test]" >&2
    exit 2
    ;;
esac

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
if "$PYTHON" -c 'import ensurepip' 2>/dev/null; then
    missing=$(printf ' %s ' "$missing" | sed 's/ python3-venv / /')
fi

# python-sane is compiled; a Python that brings its own headers needs none of Debian's.
if [ -e "$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_path("include"))' 2>/dev/null)/Python.h" ]; then
    missing=$(printf ' %s ' "$missing" | sed 's/ python3-dev / /')
fi

if [ -n "$(echo "$missing" | tr -d ' ')" ]; then
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    echo "setup: installing$missing"
    $sudo apt-get update -q
    # The tests start a PostgreSQL of their own; Debian's would make a cluster, run it, and start it at every boot.
    cluster=/etc/postgresql-common/createcluster.conf
    case " $missing " in
    *" postgresql "*) [ -e $cluster ] || ours=yes ;;
    esac
    if [ -n "${ours:-}" ]; then
        $sudo mkdir -p ${cluster%/*}
        echo "create_main_cluster = false" | $sudo tee $cluster >/dev/null
    fi
    # shellcheck disable=SC2086 - a list of words
    $sudo env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 \
        apt-get install -y -q --no-install-recommends $missing
    # the tests start a sound server of their own; one at every login would get in the way of another
    case " $missing " in
    *" pulseaudio "*) $sudo systemctl --global disable -q pulseaudio.service pulseaudio.socket ;;
    esac
    # whoever wants a cluster later finds the package's own settings
    [ -z "${ours:-}" ] || $sudo cp /usr/share/postgresql-common/createcluster.conf $cluster
fi

case $FOR in deb | package-test) exit 0 ;; esac

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "setup: Python 3.11 or newer is needed" >&2; exit 2; }

stamp=$VENV/.installed
if [ ! -e "$stamp" ] || [ installer/requirements.lock -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    echo "setup: virtual environment $VENV (some minutes the first time)"
    [ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r installer/requirements.lock
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
    # Qt's Python support is packed into a library and compiled at every start, unless it was unpacked once (17 ms of 80)
    SBK_EMBED=no "$VENV/bin/python" -c "import shiboken6"
    "$VENV/bin/python" -m compileall -q "$VENV"/lib/python3*/site-packages/shiboken6
    touch "$stamp"
fi
