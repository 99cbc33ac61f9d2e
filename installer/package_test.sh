#!/bin/sh
# From the packages to a terminal: builds them, then installs, sets up, uses, locks down, updates, upgrades, removes and
# purges them in a bare Debian 12 that has systemd as its first process and no network at all. Needs root and takes some minutes; what it leaves lies
# in build/package-test. Each step says OK or FAILED. Usage: installer/package_test.sh [STEP...]   (all without)
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
PROJECT=$(dirname "$HERE")
WORK=${WORK:-$PROJECT/build/package-test}
ROOT=$WORK/machine
NEWER=99.0
BROKEN=99.1
NEWEST=99.2
STEPS=${*:-"build again lint machine install first_start running visit lockdown release queue update undone upgrade \
delivered unlock remove purge_keeping purge_erasing"}
SPOILT=""

[ "$(id -u)" -eq 0 ] || { echo "package-test: needs root, for a machine of its own: sudo make package-test" >&2; exit 3; }
. "$HERE/package_test/machine.sh"
. "$HERE/package_test/steps.sh"
. "$HERE/package_test/update_steps.sh"
cd "$PROJECT"
mkdir -p "$WORK"
trap stop_machine EXIT
trap 'exit 130' INT TERM

for step in $STEPS; do
    says=$(step_says "$step")
    began=$(date +%s)
    case $step in
    build | again | lint | machine) ;;
    *) [ -n "${MACHINE:-}" ] || start_machine ;;
    esac
    # a step ends at its first command that fails, and what it said is kept to be read
    set +e
    (set -e; "step_$step") >"$WORK/$step.log" 2>&1
    failed=$?
    set -e
    if [ $failed -eq 0 ]; then
        echo "OK      $says ($(($(date +%s) - began)) s)"
        continue
    fi
    echo "FAILED  $says  ($WORK/$step.log)"
    tail -n 8 "$WORK/$step.log" | sed 's/^/        /'
    SPOILT="$SPOILT $step"
    # all but these need what went before
    case $step in again | lint) ;; *) break ;; esac
done
[ -z "$SPOILT" ]
