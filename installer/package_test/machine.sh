# A bare Debian that starts: systemd as its first process, in namespaces of its own, without any network.
# Sourced by package_test.sh, which says in $ROOT where it lies.

# debootstrap's least, and what every Debian has that starts by itself.
BARE="systemd-sysv udev dbus"

# The host's own way to its mirror, where it has one.
mirror() {
    grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -n 1
}

make_machine() {
    debootstrap --variant=minbase --include="$(echo $BARE | tr ' ' ',')" bookworm "$ROOT" "${MIRROR:-$(mirror)}"
    # a trial need not outlive a power cut
    echo force-unsafe-io >"$ROOT/etc/dpkg/dpkg.cfg.d/trial"
    : >"$ROOT/etc/machine-id"
    # as Debian's installer leaves it
    printf '127.0.0.1\tlocalhost\n::1\tlocalhost\n127.0.1.1\ttrial\n' >"$ROOT/etc/hosts"
    echo trial >"$ROOT/etc/hostname"
}

# The last time that the machine has a network: what the packages need is put beside it.
fetch_dependencies() {
    cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
    mkdir -p "$ROOT/packages"
    cp "$@" "$ROOT/packages/"
    chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 http_proxy="${http_proxy:-}" \
        sh -c 'apt-get update -q && apt-get install -q -y --download-only --no-install-recommends \
            /packages/*.deb libgl1-mesa-dri nftables grim'
    # the very files that a technician's stick needs beside ours (docs/install.md)
    rm -rf "$WORK/stick"
    mkdir -p "$WORK/stick"
    cp "$ROOT"/var/cache/apt/archives/*.deb "$WORK/stick/"
    cp "$WORK"/stick/*.deb "$ROOT/packages/"
    # what comes only with the lock-down
    chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 http_proxy="${http_proxy:-}" \
        apt-get install -q -y --download-only --no-install-recommends usbguard
    mkdir -p "$WORK/stick/lockdown" "$ROOT/packages/lockdown"
    for package in "$ROOT"/var/cache/apt/archives/*.deb; do
        [ -e "$WORK/stick/${package##*/}" ] || cp "$package" "$WORK/stick/lockdown/"
    done
    cp "$WORK"/stick/lockdown/*.deb "$ROOT/packages/lockdown/"
}

start_machine() {
    group=$(findmnt -n -t cgroup2 -o TARGET | head -n 1)/kiosk-package-test-$$
    mkdir -p "$group"
    sh -c 'echo $$ >"$1/cgroup.procs"; exec unshare --fork --pid --mount --net --uts --ipc --cgroup --kill-child \
        sh -eu "$2" "$3"' sh "$group" "$HERE/package_test/start.sh" "$ROOT" >"$WORK/console.log" 2>&1 &
    outside=$!
    until MACHINE=$(cat "/proc/$outside/task/$outside/children" 2>/dev/null | tr -d ' ') && [ -n "$MACHINE" ] &&
        inside systemctl is-system-running --wait >/dev/null 2>&1 || inside systemctl is-system-running 2>/dev/null |
        grep -q -e running -e degraded; do
        kill -0 "$outside" 2>/dev/null || { tail -n 5 "$WORK/console.log"; return 1; }
        sleep 0.5
    done
}

stop_machine() {
    [ -z "${MACHINE:-}" ] || kill -9 "$MACHINE" 2>/dev/null || true
    [ -z "${outside:-}" ] || wait "$outside" 2>/dev/null || true
    [ -z "${group:-}" ] || find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
}

# A command in the machine, with nothing of ours around it and no terminal.
inside() {
    nsenter --target "$MACHINE" --mount --uts --ipc --net --pid \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root "$@" </dev/null
}
