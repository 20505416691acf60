# Sourced by ./backprop and ./test: sees to the system libraries that the Linux build draws and encodes with.
# It runs at every start, so it keeps to bash's own commands until something is missing.

# Where Debian's package of a library puts it; system_root is empty but in tests.
has_library() {
    compgen -G "${system_root:-}/usr/lib/*/$1.so.*" >/dev/null || compgen -G "${system_root:-}/usr/lib*/$1.so.*" >/dev/null
}

# Sets missing to Debian's package names, one for each thing that is not there.
find_missing_packages() {
    missing=()
    hash ffmpeg ffprobe 2>/dev/null || missing+=(ffmpeg)
    has_library libcairo || missing+=(libcairo2)
    has_library libfreetype || missing+=(libfreetype6)
    has_library libturbojpeg || missing+=(libturbojpeg0)
}

# Whether packages can be installed without asking: Debian, as root or by sudo without a password. Sets as_root to the command to do it with.
may_install() {
    as_root=()
    hash apt-get 2>/dev/null || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    as_root=(sudo -n)
    sudo -n true 2>/dev/null
}

# Installs what is missing where it may; otherwise says what to install and returns 3.
require_system_libraries() {
    [[ $OSTYPE == linux* ]] || return 0
    local missing as_root
    find_missing_packages
    [ ${#missing[@]} -eq 0 ] && return 0
    if may_install; then
        echo "Installing from Debian: ${missing[*]}" >&2
        "${as_root[@]}" apt-get update -qq >&2 &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
        hash -r
        find_missing_packages
        [ ${#missing[@]} -eq 0 ] && return 0
    fi
    echo "error: missing on this system: ${missing[*]}" >&2
    echo "  hint: install with: apt-get install ${missing[*]}" >&2
    return 3
}
