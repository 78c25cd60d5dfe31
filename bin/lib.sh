# What the scripts of this folder share: sourced by them, from anywhere.

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root" || exit 1

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Runs a command as root: as it is, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs those of the named Debian packages that are missing, a line each.
install_packages() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    for package in $missing; do say "cài / installing: $package"; done
    as_root apt-get update -qq >/dev/null 2>&1
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
        fail "không cài được / could not install:$missing (apt-get install$missing)"
}

# Headers that the build needs.
install_for_building() {
    install_packages libc6-dev libzip-dev libxml2-dev libsqlite3-dev libpq-dev zlib1g-dev libxlsxwriter-dev \
        libcurl4-openssl-dev
}

# Programs that read what we do not read ourselves: PDF, scans, Word of before 2007.
install_for_reading() {
    install_packages poppler-utils tesseract-ocr tesseract-ocr-vie netpbm libreoffice-writer-nogui \
        libreoffice-calc-nogui fonts-liberation2
}

# Programs of Python that tests need, in .build/python: the mail server.
install_for_testing() {
    install_packages python3 python3-venv openssl
    [ -x .build/python/bin/python ] || python3 -m venv .build/python
    .build/python/bin/python -c 'import aiosmtpd' 2>/dev/null || .build/python/bin/pip install -q aiosmtpd==1.4.6 ||
        fail "không cài được / could not install: aiosmtpd (PyPI)"
}

need_swift() {
    command -v swift >/dev/null 2>&1 || fail "cần Swift 6.3 / Swift 6.3 is needed: https://www.swift.org/install/linux/"
}

# The package's dependencies may be used only where they are declared.
build() { swift build --explicit-target-dependency-import-check error "$@"; }

# Builds the command for use and names it in $nhipcau.
build_release() {
    need_swift
    install_for_building
    say "dựng / building (lần đầu vài phút / some minutes the first time)…"
    # The Swift libraries are linked in: loading them would be most of the time of a short reading.
    build -c release --static-swift-stdlib --product nhipcau >"$root/.build/release.log" 2>&1 || {
        tail -n 40 "$root/.build/release.log" >&2
        fail "không dựng được / the build failed"
    }
    nhipcau=$(swift build -c release --static-swift-stdlib --show-bin-path)/nhipcau
}

# What drives a browser through the pages: Chromium from Debian, Playwright and axe-core from PyPI, in $browser_python; and what stands
# outside of the server in those tests: a mail server, curl with HTTP/2, a reader of QR codes.
install_for_browsing() {
    install_packages chromium python3 python3-venv poppler-utils libreoffice-writer-nogui fonts-liberation2 \
        curl openssl zbar-tools
    browser_python=$root/.build/browser/bin/python
    wanted=$root/Tests/Browser/requirements.txt
    if ! cmp -s "$wanted" "$root/.build/browser/requirements.txt"; then
        rm -rf "$root/.build/browser"
        python3 -m venv "$root/.build/browser" && "$browser_python" -m pip install -q -r "$wanted" >&2 ||
            fail "không cài được / could not install: $wanted"
        cp "$wanted" "$root/.build/browser/requirements.txt"
    fi
}
