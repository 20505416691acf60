# Sourced by ./backprop and ./test: sees to FFmpeg, the one thing that neither .NET nor its packages bring along.
# It runs at every start, so it keeps to bash's own commands until something is missing.

# Whether packages can be installed without asking: Debian, as root or by sudo without a password. Sets as_root to the command to do it with.
may_install() {
    as_root=()
    hash apt-get 2>/dev/null || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    as_root=(sudo -n)
    sudo -n true 2>/dev/null
}

# Installs FFmpeg where it is missing and may be installed; otherwise says what to install and returns 3.
require_ffmpeg() {
    hash ffmpeg 2>/dev/null && return 0
    local as_root
    if [[ $OSTYPE == linux* ]] && may_install; then
        echo "Installing from Debian: ffmpeg" >&2
        "${as_root[@]}" apt-get update -qq >&2 &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ffmpeg >&2
        hash -r
        hash ffmpeg 2>/dev/null && return 0
    fi
    echo "error: FFmpeg is missing on this system" >&2
    case $OSTYPE in
        darwin*) echo "  hint: install it with: brew install ffmpeg" >&2 ;;
        *) echo "  hint: install it with: apt-get install ffmpeg" >&2 ;;
    esac
    return 3
}
