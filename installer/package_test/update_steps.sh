# The steps of package_test.sh about the queue and what is installed over it: signed releases, an upgrade by hand.

ARCHITECTURE=$(dpkg --print-architecture)

step_queue() { three_wait; }

# The city cannot be reached, and three applications are handed in.
three_wait() {
    inside systemctl stop kiosk-intake
    printf '%s' "$FORM" | nsenter --target "$MACHINE" --mount sh -c 'cat >/run/form.json'
    for _ in 1 2 3; do add_one; done
    waiting 3
    listed >"$WORK/before.json"
}

three_are_there() {
    waiting 3
    for id in $(ids "$WORK/before.json"); do listed | grep "$id"; done
}

ids() { grep -oE '"id": "[^"]+"' "$1" | cut -d'"' -f4; }

# NAME VERSION SED: the package that was built, as another version (what a build under another number would bring), its
# entry changed.
repacked() {
    folder=$WORK/repacked
    rm -rf "$folder"
    dpkg-deb -R "$WORK/first/$1"_[0-9]*.deb "$folder"
    sed -i "s/^Version: .*/Version: $2/" "$folder/DEBIAN/control" \
        "$folder"/opt/*/lib/python3*/site-packages/neighbourhood_kiosk-*.dist-info/METADATA
    sed -i "$3" "$folder"/opt/*/bin/kiosk*
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$folder" "$ROOT/newer/$1_$2_$ARCHITECTURE.deb"
    rm -rf "$folder"
}

# FILE VERSION
publish() { inside kiosk-intake publish-release "$1" --version "$2" --key /run/release/release.key; }

# VERSION: the agent looks when it starts, and each hour.
fetched() {
    inside systemctl restart kiosk-sync
    MINUTES=8 wait_for inside grep -x "$1" /var/lib/kiosk/updates/ready
}

step_release() {
    own=$(inside kiosk update status --json | grep -oE '"program": "[^"]+"' | cut -d'"' -f4)
    # it would begin by itself, at a time of its own
    inside systemctl stop kiosk-update.timer
    publish "/packages/${TERMINAL}_${own}_$ARCHITECTURE.deb" "$own"
    publish "/newer/${TERMINAL}_${NEWER}_$ARCHITECTURE.deb" "$NEWER"
    fetched "$NEWER"
}

step_update() {
    # what the timer starts; it ends when the new version is proved
    inside systemctl start kiosk-update || { inside journalctl -u kiosk-update --no-pager -n 40; return 1; }
    inside dpkg-query -W -f '${Version}\n' $TERMINAL | grep -x $NEWER
    inside kiosk update status --json | grep "\"version\": \"$NEWER\", \"state\": \"installed\""
    wait_for lives kiosk-screens kiosk-sync
    three_are_there
    inside test ! -e /var/lib/kiosk-update/trial.json
}

step_undone() {
    inside systemctl start kiosk-intake
    wait_for waiting 0
    repacked $TERMINAL $BROKEN '2i import sys\nif "run" in sys.argv: sys.exit(1)'
    publish "/newer/${TERMINAL}_${BROKEN}_$ARCHITECTURE.deb" $BROKEN
    fetched $BROKEN
    three_wait
    inside sh -c '! systemctl start kiosk-update'
    inside journalctl -u kiosk-update --no-pager -n 20 -o cat
    inside kiosk update status --json | grep "\"version\": \"$BROKEN\", \"state\": \"undone\", \"why\": \"not_started\""
    inside dpkg-query -W -f '${Version}\n' $TERMINAL | grep -x $NEWER
    wait_for lives kiosk-screens kiosk-sync
    three_are_there
}

step_upgrade() {
    repacked $TERMINAL $NEWEST ''
    install_offline "/newer/${TERMINAL}_${NEWEST}_$ARCHITECTURE.deb"
    inside dpkg-query -W -f '${Version}\n' $TERMINAL | grep -x $NEWEST
    wait_for lives kiosk-screens kiosk-sync
    three_are_there
    inside grep 127.0.0.1 /etc/kiosk/kiosk.toml
    # an upgrade takes nothing back from root
    inside stat -c '%A %U %n' /etc/kiosk | grep -x 'drwxr-xr-x root /etc/kiosk'
}

step_delivered() {
    install_offline "/newer/${INTAKE}_${NEWER}_$ARCHITECTURE.deb"
    wait_for inside systemctl is-active kiosk-intake
    wait_for waiting 0
    for id in $(ids "$WORK/before.json"); do inside kiosk-intake list --json | grep "$id"; done
}
