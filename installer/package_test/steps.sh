# The steps of package_test.sh, in the order in which they are played. Each ends at its first command that fails.

TERMINAL=neighbourhood-kiosk
INTAKE=neighbourhood-kiosk-intake
OFFLINE="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=/dev/null"
# What waits in the queue during the upgrade: an invented person.
FORM='{"service_code": "jn-elderly-card", "answers": {}, "applicant": {"name": "测试人", "id_number": "370100195001010012"}}'

step_says() {
    case $1 in
    build) echo "both packages are built, and again with a higher number" ;;
    again) echo "built once more, in another folder, from nothing: the same bytes" ;;
    lint) echo "lintian finds no error" ;;
    machine) echo "a bare Debian is made, and what the packages need is fetched" ;;
    install) echo "without a network both packages are installed, and their units enabled" ;;
    running) echo "screens and agent run under their units, as the package's user, and say that they live" ;;
    visit) echo "a first visit on simulated hardware: the city holds the very form and scans" ;;
    queue) echo "the city cannot be reached: three applications wait in the queue" ;;
    upgrade) echo "upgraded over the full queue: the three are still there, screens and agent run again" ;;
    delivered) echo "the city is back: the three arrive" ;;
    remove) echo "removed with one application waiting: program and units are gone, the queue stays" ;;
    purge_keeping) echo "purged without anybody to ask: the queue stays, and a new installation finds it" ;;
    purge_erasing) echo "purged with the answer yes: the queue is erased" ;;
    *) echo "there is no step $1" >&2; exit 2 ;;
    esac
}

# Until a command succeeds, for at most two minutes.
wait_for() {
    tries=240
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

# Asked as a condition, where the shell does not end at the first command that fails.
lives() {
    for unit in kiosk-screens kiosk-sync; do
        inside systemctl is-active --quiet $unit || return 1
        # when systemd last heard the pulse of the program's own loop
        [ "$(inside systemctl show -p WatchdogTimestampMonotonic --value $unit)" -gt 0 ] || return 1
    done
}

add_one() { inside sh -c 'kiosk queue add /run/form.json'; }

listed() { inside kiosk queue list --json; }

waiting() { inside kiosk queue status --json | grep -q "\"waiting\": $1[,}]"; }

step_build() {
    build --out "$WORK/first"
    build --version $NEWER --out "$WORK/newer"
}

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
    cp "$WORK"/newer/*.deb "$ROOT/newer/"
}

step_install() {
    # the machine has nothing but its loopback
    inside sh -c '! grep : /proc/net/dev | grep -v " lo:"'
    install_offline $(inside sh -c 'echo /packages/*.deb')
    inside systemctl is-enabled kiosk-screens kiosk-sync kiosk-intake
    inside id kiosk
    inside stat -c '%a %U %n' /var/lib/kiosk /var/lib/kiosk-intake
}

step_running() {
    # the hardware, and a panel without a graphics card
    inside systemd-run -q --unit=bench -p User=kiosk -p StandardOutput=file:/run/bench.toml /usr/bin/kiosk simulate
    wait_for inside grep -q receipt_printer /run/bench.toml
    inside sh -c 'printf "[intake]\nurl = \"http://127.0.0.1:8420\"\n" | cat - /run/bench.toml >/etc/kiosk/kiosk.toml'
    inside sed -i 's/^ROTATE=.*/ROTATE=90/' /etc/kiosk/screens.env
    inside sh -c 'printf "%s\n" WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 \
        QT_QUICK_BACKEND=software >>/etc/kiosk/screens.env'
    wait_for inside kiosk-intake enrol-code
    inside kiosk enrol --intake http://127.0.0.1:8420 --code "$(inside kiosk-intake enrol-code)"
    # they are being tried again and again all the while; without waiting, since that is what is tried here
    inside systemctl --no-block restart kiosk-sync kiosk-screens
    wait_for lives
    inside systemctl status --no-pager kiosk-screens kiosk-sync
    for process in $(inside cat /sys/fs/cgroup/system.slice/kiosk-screens.service/cgroup.procs); do
        [ "$(inside stat -c %U "/proc/$process")" = kiosk ]
    done
    inside systemctl show -p Id,NRestarts,StatusText kiosk-screens kiosk-sync
    # what stands on the panel, to be looked at (turned, so the compositor draws and hands nothing through)
    inside setpriv --reuid=kiosk --regid=kiosk --init-groups env XDG_RUNTIME_DIR=/run/kiosk-screens \
        WAYLAND_DISPLAY=wayland-0 grim /tmp/panel.png
    inside cat /tmp/panel.png >"$WORK/panel.png"
    inside kiosk doctor || true
}

step_visit() { inside sh -c 'cd /tmp && kiosk scenario run first-visit --data /tmp/visit --screens /tmp/visit-screens'; }

step_queue() {
    inside systemctl stop kiosk-intake
    printf '%s' "$FORM" | nsenter --target "$MACHINE" --mount sh -c 'cat >/run/form.json'
    for _ in 1 2 3; do add_one; done
    waiting 3
    listed >"$WORK/before.json"
}

step_upgrade() {
    install_offline "/newer/${TERMINAL}_${NEWER}_$(dpkg --print-architecture).deb"
    inside dpkg-query -W -f '${Version}\n' $TERMINAL | grep -x $NEWER
    wait_for lives
    waiting 3
    for id in $(ids "$WORK/before.json"); do listed | grep "$id"; done
    inside grep 127.0.0.1 /etc/kiosk/kiosk.toml
}

ids() { grep -oE '"id": "[^"]+"' "$1" | cut -d'"' -f4; }

step_delivered() {
    install_offline "/newer/${INTAKE}_${NEWER}_$(dpkg --print-architecture).deb"
    wait_for inside systemctl is-active kiosk-intake
    wait_for waiting 0
    for id in $(ids "$WORK/before.json"); do inside kiosk-intake list --json | grep "$id"; done
}

step_remove() {
    inside systemctl stop kiosk-intake
    add_one >"$WORK/last.id"
    inside env DEBIAN_FRONTEND=noninteractive apt-get remove -y -q $TERMINAL
    inside sh -c '! [ -e /opt/kiosk ] && ! [ -e /usr/lib/systemd/system/kiosk-screens.service ]'
    inside sh -c '! systemctl is-active kiosk-screens kiosk-sync'
    inside ls -la /var/lib/kiosk /etc/kiosk
    inside test -s /var/lib/kiosk/outbox.sqlite
}

step_purge_keeping() {
    inside dpkg --purge $TERMINAL
    inside test -s /var/lib/kiosk/outbox.sqlite
    install_offline "/newer/${TERMINAL}_${NEWER}_$(dpkg --print-architecture).deb"
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
