# The steps of package_test.sh, in the order in which they are played. Each ends at its first command that fails.

TERMINAL=neighbourhood-kiosk
INTAKE=neighbourhood-kiosk-intake
OFFLINE="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=/dev/null"
# What waits in the queue during the upgrade: an invented person.
FORM='{"service_code": "jn-elderly-card", "answers": {}, "applicant": {"name": "测试人", "id_number": "370100195001010012"}}'

step_says() {
    case $1 in
    build) echo "both packages are built" ;;
    again) echo "built once more, in another folder, from nothing: the same bytes" ;;
    lint) echo "lintian finds no error" ;;
    machine) echo "a bare Debian is made, and what the packages need is fetched" ;;
    install) echo "without a network both packages are installed, and their units enabled" ;;
    first_start) echo "nobody knows the terminal: its panel shows the first start, the settings can be written" ;;
    running) echo "set up from a file: screens and agent run, as the package's user, and say that they live" ;;
    visit) echo "a first visit on simulated hardware: the city holds the very form and scans" ;;
    lockdown) echo "locked down: no console, a firewall, the settings are root's; screens and agent go on" ;;
    release) echo "a signed release is published, the agent fetches it and the way back" ;;
    queue) echo "the city cannot be reached: three applications wait in the queue" ;;
    update) echo "kiosk-update installs the release over the full queue and proves it: the three are still there" ;;
    undone) echo "a release that does not start is taken back by itself: three wait still, screens and agent run" ;;
    upgrade) echo "upgraded by hand over the full queue: the three are still there, screens and agent run again" ;;
    delivered) echo "the city is back: the three arrive" ;;
    unlock) echo "the lock-down is undone: its files, consoles' masks and firewall are gone" ;;
    remove) echo "removed with one application waiting: program and units are gone, the queue stays" ;;
    purge_keeping) echo "purged without anybody to ask: the queue stays, and a new installation finds it" ;;
    purge_erasing) echo "purged with the answer yes: the queue is erased" ;;
    *) echo "there is no step $1" >&2; exit 2 ;;
    esac
}

# Until a command succeeds, for at most two minutes (or MINUTES).
wait_for() {
    tries=$((${MINUTES:-2} * 120))
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || { echo "waited in vain for: $*"; return 1; }
        sleep 0.5
    done
}

build() { /usr/bin/python3 -m installer.package --quick "$@"; }

install_offline() {
    # shellcheck disable=SC2086 - a list of words
    inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $OFFLINE "$@"
}

# The units that are named; nothing in it ends a step, so that it can be waited for.
lives() {
    for unit in "$@"; do
        # when systemd last heard the pulse of the program's own loop
        inside systemctl is-active "$unit" &&
            inside systemctl show -p WatchdogTimestampMonotonic --value "$unit" | grep -v -x 0 || return 1
    done
}

# What the screens say of themselves.
says() { inside systemctl show -p StatusText --value kiosk-screens | grep -x "$1"; }

add_one() { inside sh -c 'kiosk queue add /run/form.json'; }

listed() { inside kiosk queue list --json; }

waiting() { inside kiosk queue status --json | grep -q "\"waiting\": $1[,}]"; }

step_build() { build --out "$WORK/first"; }

step_again() {
    build --work "$WORK/elsewhere" --out "$WORK/again"
    for made in "$WORK"/first/*.deb; do cmp "$made" "$WORK/again/${made##*/}"; done
    rm -rf "$WORK/elsewhere"
    sha256sum "$WORK"/again/*.deb
}

step_lint() {
    # those of the trial are not compressed; what `make deb` makes is
    lintian --fail-on error "$WORK"/first/*.deb \
        --suppress-tags uses-no-compression-for-control-tarball,uses-no-compression-for-data-tarball
}

step_machine() {
    rm -rf "$ROOT"
    make_machine
    fetch_dependencies "$WORK"/first/*.deb
    mkdir -p "$ROOT/newer"
    for name in $TERMINAL $INTAKE; do repacked $name $NEWER ''; done
}

step_install() {
    # the machine has nothing but its loopback
    inside sh -c '! grep : /proc/net/dev | grep -v " lo:"'
    install_offline $(inside sh -c 'echo /packages/*.deb')
    inside systemctl is-enabled kiosk-screens kiosk-sync kiosk-update.timer kiosk-update-undo kiosk-intake
    wait_for inside systemctl is-active kiosk-update.timer
    inside id kiosk
    inside stat -c '%a %U %n' /var/lib/kiosk /var/lib/kiosk-intake
}

step_first_start() {
    # a panel without a graphics card, turned, so that the compositor draws and hands nothing through
    inside sed -i 's/^ROTATE=.*/ROTATE=90/' /etc/kiosk/screens.env
    inside sh -c 'printf "%s\n" WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 \
        QT_QUICK_BACKEND=software >>/etc/kiosk/screens.env'
    inside stat -c '%A %U %G %n' /etc/kiosk | grep -x 'drwxrwxr-x root kiosk /etc/kiosk'
    # without waiting, as at the machine's start
    inside systemctl --no-block restart kiosk-screens
    wait_for says 'is being set up'
    wait_for lives kiosk-screens
    picture first-start
}

step_running() {
    inside systemd-run -q --unit=bench -p User=kiosk -p StandardOutput=file:/run/bench.toml /usr/bin/kiosk simulate
    wait_for inside grep -q receipt_printer /run/bench.toml
    wait_for inside kiosk-intake enrol-code
    inside install -d -o kiosk-intake -m 0700 /run/release
    inside kiosk-intake release-key /run/release/release.key >"$WORK/release.pub"
    answers "$(inside kiosk-intake enrol-code)" "$(cat "$WORK/release.pub")" |
        nsenter --target "$MACHINE" --mount sh -c 'cat - /run/bench.toml >/run/answers.toml'
    inside install -o kiosk -m 0600 /run/answers.toml /etc/kiosk/answers.toml
    inside kiosk setup --answers /etc/kiosk/answers.toml --check
    inside systemctl stop kiosk-screens
    inside kiosk setup --answers /etc/kiosk/answers.toml
    inside sh -c '! grep -E "(pin|code) = \"[^\"]" /etc/kiosk/answers.toml'
    # the agent is being tried again and again all the while
    inside systemctl --no-block start kiosk-screens
    wait_for lives kiosk-screens kiosk-sync
    inside systemctl status --no-pager kiosk-screens kiosk-sync
    for process in $(inside cat /sys/fs/cgroup/system.slice/kiosk-screens.service/cgroup.procs); do
        [ "$(inside stat -c %U "/proc/$process")" = kiosk ]
    done
    inside systemctl show -p Id,NRestarts,StatusText kiosk-screens kiosk-sync
    # whoever runs the node exporter may read it
    MINUTES=1 wait_for inside setpriv --reuid=nobody --clear-groups grep kiosk_version_info /run/kiosk-metrics/kiosk.prom
    picture rest
    inside kiosk doctor || true
}

# What stands on the panel, to be looked at.
picture() {
    inside setpriv --reuid=kiosk --regid=kiosk --init-groups env XDG_RUNTIME_DIR=/run/kiosk-screens \
        WAYLAND_DISPLAY=wayland-0 grim "/tmp/$1.png"
    inside cat "/tmp/$1.png" >"$WORK/$1.png"
}

# CODE KEY
answers() {
    cat <<EOF
[intake]
url = "http://127.0.0.1:8420"
[station]
name = "甸柳社区便民服务站"
area = "370102"
[enrolment]
code = "$1"
[staff]
pin = "193746"
[lockdown]
maintenance = ["192.0.2.0/24"]
[updates]
keys = ["$2"]
window = "00:00-23:59"
EOF
}

step_visit() { inside sh -c 'cd /tmp && kiosk scenario run first-visit --data /tmp/visit --screens /tmp/visit-screens'; }

step_lockdown() {
    # its daemon may not start here, where there is no USB
    install_offline $(inside sh -c 'echo /packages/lockdown/*.deb') || true
    inside kiosk lockdown apply >"$WORK/applied" || cat "$WORK/applied"
    for part in files configuration firewall; do grep "✓ $part" "$WORK/applied"; done
    inside stat -c '%A %U %n' /etc/kiosk | grep -x 'drwxr-xr-x root /etc/kiosk'
    inside stat -c '%A %U %n' /etc/kiosk/kiosk.toml | grep -x -e '-rw-r--r-- root /etc/kiosk/kiosk.toml'
    # the kernel and its devices are the host's, and not to be changed
    inside kiosk lockdown status >"$WORK/status" || grep '^✗' "$WORK/status"
    [ -z "$(grep '^✗' "$WORK/status" | grep -v -e '✗ kernel\.' -e '✗ fs\.' -e '✗ usb')" ]
    inside nft list table inet kiosk | grep 'hook output .* policy drop'
    inside sh -c '! systemctl start getty@tty2'
    inside systemctl restart kiosk-screens kiosk-sync
    wait_for lives kiosk-screens kiosk-sync
    # the terminal ended in order: only this start is counted
    inside grep -E '"at": \[[0-9.]+\]' /var/lib/kiosk/starts.json
}

step_unlock() {
    inside kiosk lockdown undo || true
    inside sh -c '! [ -e /etc/systemd/system/kiosk-firewall.service ] && ! [ -e /etc/systemd/system/getty@.service ]'
    inside sh -c '! nft list table inet kiosk'
}

step_remove() {
    inside systemctl stop kiosk-intake
    add_one >"$WORK/last.id"
    inside env DEBIAN_FRONTEND=noninteractive apt-get remove -y -q $TERMINAL
    inside sh -c '! [ -e /opt/kiosk ] && ! [ -e /usr/lib/systemd/system/kiosk-screens.service ]'
    inside sh -c '! systemctl is-active kiosk-screens kiosk-sync kiosk-update.timer'
    inside ls -la /var/lib/kiosk /etc/kiosk
    inside test -s /var/lib/kiosk/outbox.sqlite
}

step_purge_keeping() {
    inside dpkg --purge $TERMINAL
    inside test -s /var/lib/kiosk/outbox.sqlite
    inside test ! -e /var/lib/kiosk-update
    install_offline "/newer/${TERMINAL}_${NEWEST}_$ARCHITECTURE.deb"
    listed | grep "$(cat "$WORK/last.id")"
    # the city's side is asked by the same words
    inside env DEBIAN_FRONTEND=noninteractive dpkg --purge $INTAKE
    inside test -s /var/lib/kiosk-intake/intake.sqlite
}

step_purge_erasing() {
    echo yes | nsenter --target "$MACHINE" --mount --uts --ipc --net --pid env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=teletype dpkg --purge $TERMINAL | tee "$WORK/asked"
    grep -i "erase applications" "$WORK/asked"
    inside sh -c '! [ -e /var/lib/kiosk ]'
}
