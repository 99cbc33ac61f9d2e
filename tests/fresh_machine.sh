#!/bin/sh
# From a bare Debian to the first visit: builds a minimal system with nothing but Python, git and make, clones this
# project into it, and runs `make run HEADLESS=1` there. Needs root, debootstrap and a Debian mirror; takes minutes.
# Usage: tests/fresh_machine.sh [FOLDER]      (what the visit left is copied to build/fresh)
set -eu

project=$(cd "$(dirname "$0")/.." && pwd)
root=${1:-$(mktemp -d)}
mirror=${MIRROR:-$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -n 1)}

leave() {
    for folder in dev/pts dev/shm proc; do umount "$root/$folder" 2>/dev/null || true; done
    [ -n "${KEEP:-}" ] || rm -rf "$root"
}
trap leave EXIT

debootstrap --variant=minbase --include=python3,git,make,ca-certificates bookworm "$root" ${mirror:+"$mirror"}
for folder in dev/pts dev/shm; do mkdir -p "$root/$folder"; done
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"

# The host's way to its package mirrors, where it has one of its own.
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/pip.conf"

git clone -q "$project" "$root/root/kiosk"
chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
    sh -c "cd /root/kiosk && ${TARGET:-make run HEADLESS=1}"

[ -d "$root/root/kiosk/build/run" ] || exit 0
rm -rf "$project/build/fresh"
mkdir -p "$project/build"
cp -r "$root/root/kiosk/build/run" "$project/build/fresh"
cat "$project/build/fresh/summary.json"
