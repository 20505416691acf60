# Sourced by ./backprop and ./test: sees to the system libraries that the Linux build draws and encodes with.

# Debian's package names, one for each thing that is missing; nothing when all is there.
missing_system_libraries() {
    command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || echo ffmpeg
    local library
    for library in libcairo:libcairo2 libfreetype:libfreetype6; do
        compgen -G "/usr/lib/*/${library%%:*}.so.*" >/dev/null || compgen -G "/usr/lib*/${library%%:*}.so.*" >/dev/null || echo "${library##*:}"
    done
}

# Installs what is missing where it may (Debian, as root or by sudo without a password); otherwise says what to install and returns 3.
require_system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local missing; missing=$(missing_system_libraries)
    [ -z "$missing" ] && return 0
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
    if command -v apt-get >/dev/null && { [ -z "$as_root" ] || sudo -n true 2>/dev/null; }; then
        echo "Installing from Debian: ${missing//$'\n'/ }" >&2
        $as_root apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >&2
        [ -z "$(missing_system_libraries)" ] && return 0
    fi
    echo "error: missing on this system: ${missing//$'\n'/ }" >&2
    echo "  hint: install with: apt-get install ${missing//$'\n'/ }" >&2
    return 3
}
