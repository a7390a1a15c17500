#!/usr/bin/env bash
# Walk the README's two commands in bare roots of Debian, as on a machine that was set up a minute ago.
#
#   tests/roots.sh [--fresh | --remove] [bookworm | trixie]...
#
# What was committed last is cloned into each root, then `make demo`, `make test`, and forty agreements as PDF on two
# processes. Every walk starts from a bare root; bare roots and what was downloaded are kept from one run to the next
# under $NOTA_ROOTS: --fresh makes them anew, --remove only takes them away. Needs root and debootstrap.
# Mirrors, proxies, certificates and settings of apt, pip and npm are those of this machine.
set -euo pipefail

REPO=$(cd "$(dirname "$0")/.." && pwd)
STORE=${NOTA_ROOTS:-${TMPDIR:-/tmp}/nota-roots}
BARE=ca-certificates,make,git,python3,python3-venv
SETTINGS=(/etc/pip.conf /etc/xdg/pip ~/.pip ~/.config/pip /etc/npmrc /usr/etc/npmrc ~/.npmrc)
MIRROR=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' 2>/dev/null | head -n 1 || true)
CERTIFICATES=/usr/local/share/ca-certificates
PASSED_ON='^(https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY|PIP_.*|NPM_CONFIG_.*|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|.*_CA_BUNDLE)$'

main() {
    local fresh=
    case "${1:-}" in
    --remove) rm -rf --one-file-system "$STORE"; return ;;
    --fresh) fresh=yes && shift ;;
    esac
    [ "$(id -u)" = 0 ] || { echo "Needs root: sudo make roots"; exit 1; }
    command -v debootstrap >/dev/null || { echo "Needs debootstrap: apt-get install debootstrap"; exit 1; }
    [ $# -gt 0 ] || set -- bookworm trixie
    local failed=0
    for suite in "$@"; do
        [ -z "$fresh" ] || rm -rf --one-file-system "${STORE:?}/$suite"
        walk "$suite" || failed=1
    done
    exit $failed
}

# One suite, from a bare root to the last step; where a step fails, the end of its log is shown.
walk() {
    local suite=$1 root=$STORE/$1/root logs=$STORE/$1/logs
    mkdir -p "$logs"
    echo "== Debian $suite"
    step bare bare_root "$suite" &&
        step clone lay_out "$suite" "$root" &&
        step demo within "$root" make demo &&
        step test within "$root" make test &&
        grep -E '[0-9]+ passed' "$logs/test" &&
        step forty within "$root" sh -c "$FORTY"
}

FORTY='
set -eu
PYTHONPATH=tests .venv/bin/python -c "
from pathlib import Path
from bench.bahan import put, small
for i in range(40):
    put(Path(\"/tmp/forty\"), f\"k{i:02}\", small(i))
"
timeout 600 .venv/bin/nota -C /tmp/forty susun --semua --format pdf --proses 2
made=$(find /tmp/forty/output -name "*.pdf" | wc -l)
echo "$made of 40"
[ "$made" = 40 ]
'

# A named step with its seconds; what it prints goes into its log.
step() {
    local name=$1 began=$SECONDS
    shift
    if "$@" >"$logs/$name" 2>&1 </dev/null; then
        echo "   $name: $((SECONDS - began)) s"
    else
        tail -n 60 "$logs/$name"
        echo "   $name: FAILED after $((SECONDS - began)) s, see $logs/$name"
        return 1
    fi
}

# Made once: the least Debian, and the few packages that the README asks for.
bare_root() {
    local kept=$STORE/$1/bare
    [ ! -d "$kept" ] || return 0
    rm -rf --one-file-system "$kept.part"
    # Without a mirror (no Debian here, or `apt-get update` never run) debootstrap takes the one it knows.
    debootstrap --variant=minbase --include=$BARE "$1" "$kept.part" ${MIRROR:+"$MIRROR"} &&
        rm -f "$kept.part"/var/cache/apt/archives/*.deb &&
        mv "$kept.part" "$kept"
}

# A copy of the bare root with a clean clone in it.
lay_out() {
    local suite=$1 root=$2
    rm -rf --one-file-system "$root" &&
        cp -a "$STORE/$suite/bare" "$root" &&
        pass_on "$root" &&
        # Under sudo the repository is another's, which git takes for a trap.
        printf '[safe]\n\tdirectory = *\n' >"$STORE/gitconfig" &&
        GIT_CONFIG_GLOBAL=$STORE/gitconfig git clone -q --no-hardlinks "$REPO" "$root/root/notakesepakatan"
}

# How this machine reaches its registries; on an ordinary one there is nothing to pass on.
pass_on() {
    local root=$1 path
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/" || return
    apt-config dump 2>/dev/null | grep -E '^Acquire::(https?::|Check-)' >"$root/etc/apt/apt.conf.d/90host" || true
    if [ -d $CERTIFICATES ]; then
        cp -aL $CERTIFICATES/. "$root$CERTIFICATES/" && chroot "$root" update-ca-certificates || return
    fi
    for path in "${SETTINGS[@]}"; do
        [ ! -e "$path" ] || { mkdir -p "$root${path%/*}" && cp -aL "$path" "$root$path"; } || return
    done
}

# Run a command in the root's clone of this repository; its mounts and processes end with it.
within() {
    local root=$1 name environment=(HOME=/root USER=root LANG=C.UTF-8 TERM=dumb PATH=/usr/sbin:/usr/bin:/sbin:/bin)
    shift
    for name in $(compgen -e | grep -E "$PASSED_ON"); do
        environment+=("$name=${!name}")
    done
    export -f inside
    unshare --mount --pid --fork --kill-child \
        bash -c 'inside "$@"' bash "$root" "${root%/root}/cache" env -i "${environment[@]}" \
        sh -c 'cd && cd notakesepakatan && exec "$@"' sh "$@"
}

# With mounts and processes of its own: what a machine has besides its files, and what was downloaded before.
inside() {
    set -euo pipefail
    local root=$1 cache=$2 folder
    shift 2
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    for folder in var/cache/apt/archives root/.cache root/.npm; do
        mkdir -p "$cache/$folder" "$root/$folder"
        mount --bind "$cache/$folder" "$root/$folder"
    done
    exec chroot "$root" "$@"
}

main "$@"
