# Sourced by ./backprop and ./test: sees to the programs that neither .NET nor its packages bring along, FFmpeg and a voice, and for the
# tests a browser and an engine.
# It runs at every start, so it keeps to bash's own commands until something is missing.

# Whether packages can be installed without asking: Debian, as root or by sudo without a password. Sets as_root to the command to do it with.
may_install() {
    as_root=()
    hash apt-get 2>/dev/null || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    as_root=(sudo -n)
    sudo -n true 2>/dev/null
}

# Installs a program, which is called as Debian's package of it unless that is named, where it is missing and may be installed; fails where
# it is still missing.
install_package() {
    hash "$1" 2>/dev/null && return 0
    local as_root package=${2:-$1}
    if [[ $OSTYPE == linux* ]] && may_install; then
        echo "Installing from Debian: $package" >&2
        "${as_root[@]}" apt-get update -qq >&2 &&
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >&2
        hash -r
        hash "$1" 2>/dev/null && return 0
    fi
    return 1
}

# require PROGRAM TITLE [PACKAGE]: the same; where it is still missing, says what to install and returns 3.
require() {
    install_package "$1" "${3:-$1}" && return 0
    echo "error: $2 is missing on this system" >&2
    case $OSTYPE in
        darwin*) echo "  hint: install it with: brew install ${3:-$1}" >&2 ;;
        *) echo "  hint: install it with: apt-get install ${3:-$1}" >&2 ;;
    esac
    return 3
}

require_ffmpeg() { require ffmpeg FFmpeg; }

require_voice() { require espeak-ng "eSpeak NG"; }

# The tests of pages drive it.
require_browser() { require chromium Chromium; }

# For the tests alone: an engine that renders batches on a cluster, and who vouches for its users. Daemons are for administrators.
require_slurm() {
    local PATH=$PATH:/usr/sbin
    require slurmctld Slurm slurm-wlm && require munged MUNGE munge
}

# Installs the voice where a scene among these arguments speaks. Where that is not possible, the program says so at the line of the text.
install_voice_for() {
    hash espeak-ng 2>/dev/null && return 0
    local word
    for word; do [ "$word" = --no-voice ] && return 0; done
    for word; do
        [[ $word == *.y*ml && -f $word ]] || continue
        [[ $(< "$word") =~ [[:space:]\{,]say: ]] || continue
        install_package espeak-ng
        return 0
    done
}
