#!/bin/sh
# Makes ready what a make target needs: system packages, where apt and the rights for it are there, and a
# virtual environment. Says a line for each thing it does; where nothing has changed it does and says nothing.
# Usage: scripts/setup.sh run|test PYTHON VENV
set -eu

purpose=$1
python=$2
venv=$3

cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

say() { echo "$*" >&2; }

# Two runs at once must not fill the same environment.
exec 9<scripts/setup.sh
if command -v flock >/dev/null; then flock 9; fi

# --- the interpreter -------------------------------------------------------------------------------------

# The version and the real path, the same ones from within a virtual environment as from outside.
describe() {
    "$1" -c 'import os, sys
print("%d.%d %s" % (sys.version_info[:2] + (os.path.realpath(getattr(sys, "_base_executable", sys.executable)),)))
' 2>/dev/null
}

if ! found=$(describe "$python"); then
    # pyenv puts a command on the path for each interpreter it has, and lets only the chosen ones run.
    for candidate in "${PYENV_ROOT:-${HOME:-}/.pyenv}/versions/${python#python}".*[0-9]/bin/"$python"; do
        if answer=$(describe "$candidate"); then found=$answer; fi
    done
fi
version=${found%% *}
executable=${found#* }

case $version in
    3.1[1-9] | 3.[2-9][0-9]) ;;
    '') say "Tempo Trainer needs Python 3.11 or newer, and $python is not to be found or does not run."; exit 1 ;;
    *) say "Tempo Trainer needs Python 3.11 or newer, and $python is $version; PYTHON=… names another one."; exit 1 ;;
esac

# --- system packages -------------------------------------------------------------------------------------

# Each entry is a thing and the package that has it. The thing itself is looked for (a library by its soname, a
# file by its path, a command by its name), as packages change their names between releases.
building='
cc:gcc
/usr/include/stdio.h:libc6-dev
/usr/include/alsa/asoundlib.h:libasound2-dev
'
case $executable in
    /usr/bin/*)
        building="$building
/usr/include/python$version/Python.h:python$version-dev
/usr/lib*/python$version/ensurepip:python$version-venv"
        ;;
esac
running='
libEGL.so.1:libegl1
libGL.so.1:libgl1
libX11-xcb.so.1:libx11-xcb1
libXext.so.6:libxext6
libXrandr.so.2:libxrandr2
libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1
libglib-2.0.so.0:libglib2.0-0
libpulse.so.0:libpulse0
libwayland-client.so.0:libwayland-client0
libwayland-cursor.so.0:libwayland-cursor0
libwayland-egl.so.1:libwayland-egl1
libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-randr.so.0:libxcb-randr0
libxcb-shape.so.0:libxcb-shape0
libxcb-sync.so.1:libxcb-sync1
libxcb-xfixes.so.0:libxcb-xfixes0
libxkbcommon.so.0:libxkbcommon0
libxkbcommon-x11.so.0:libxkbcommon-x11-0
'
testing='
Xvfb:xvfb
xauth:xauth
xdotool:xdotool
parec:pulseaudio-utils
/usr/lib*/*/alsa-lib/libasound_module_pcm_pulse.so:libasound2-plugins
/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf:fonts-dejavu-core
'
# A desktop that has its sound from PipeWire often cannot have PulseAudio beside it.
if ! command -v pipewire-pulse >/dev/null; then testing="$testing pulseaudio:pulseaudio"; fi
tab=$(printf '\t')

present() {
    case $1 in
        /*)
            for path in $1; do
                if [ -e "$path" ]; then return 0; fi
            done
            return 1
            ;;
        *.so.*)
            case $libraries in *"$tab$1 "*) return 0 ;; *) return 1 ;; esac
            ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

# The packages of those entries whose thing is not there.
lacking() {
    # An ordinary user of Debian has no /sbin on the path.
    libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || libraries=
    names=
    for entry in "$@"; do
        present "${entry%:*}" || names="$names ${entry##*:}"
    done
    echo "${names# }"
}

# --no-remove: nothing that somebody uses goes away for our sake.
apt_get() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends --no-remove \
        -o DPkg::Lock::Timeout=120 "$@" </dev/null >>"$log" 2>&1
}

install_packages() {
    say "Installing system packages: $*"
    if apt_get install "$@"; then return; fi
    # The lists may be old or not there yet; what this system cannot have even then is left out.
    : >"$log"
    apt_get update || :
    possible=
    for name in "$@"; do
        if apt_get --simulate install "$name"; then possible="$possible $name"; fi
    done
    # shellcheck disable=SC2086
    if ! apt_get install $possible || [ "$possible" != " $*" ]; then
        grep -m 3 '^[EW]:' "$log" >&2 || :
    fi
}

missing=
built_without=
if [ "$(uname)" = Linux ]; then
    wanted="$building $running"
    if [ "$purpose" = test ]; then wanted="$wanted $testing"; fi
    # shellcheck disable=SC2086
    missing=$(lacking $wanted)
    as_root=
    if [ "$(id -u)" -ne 0 ]; then as_root='sudo -n'; fi
    if [ -n "$missing" ] && command -v apt-get >/dev/null && $as_root true 2>/dev/null; then
        # shellcheck disable=SC2086
        install_packages $missing
        # shellcheck disable=SC2086
        missing=$(lacking $wanted)
    fi
    if [ -n "$missing" ]; then
        say "Some system packages are missing and cannot be installed from here; without them parts will not work."
        say "On Debian and Ubuntu this installs them: sudo apt-get install $missing"
    fi
    # shellcheck disable=SC2086
    built_without=$(lacking $building)
fi

# --- the virtual environment -----------------------------------------------------------------------------

stamp=$venv/.set-up
home="$version $executable $PWD"
state="$home
without: $built_without
$(cat pyproject.toml constraints.txt scripts/setup.sh | cksum)"

before=
if [ -x "$venv/bin/python" ] && [ -e "$stamp" ]; then before=$(cat "$stamp"); fi
if [ "$before" = "$state" ]; then exit 0; fi
rm -f "$stamp"

case $before in
    "$home
without: "*) ;;
    *)
        case $built_without in
            *-venv) say "Without python$version-venv there is no virtual environment, and so nothing to run."; exit 1 ;;
        esac
        say "Making a virtual environment in $venv with $executable"
        if ! "$executable" -m venv --clear "$venv" >"$log" 2>&1; then cat "$log" >&2; exit 1; fi
        ;;
esac

pip_install() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input install -q -c constraints.txt "$@" \
        </dev/null >"$log" 2>&1
}

# All that pyproject.toml asks for but simpleaudio, which is compiled on the spot and may fail where all else works.
install_without_simpleaudio() {
    "$venv/bin/python" -c 'import tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
requirements = project["dependencies"] + project["optional-dependencies"]["dev"]
print(*(requirement for requirement in requirements if not requirement.startswith("simpleaudio")), sep="\n")
' >"$venv/requirements.txt"
    pip_install -r "$venv/requirements.txt" && pip_install --no-deps -e .
}

say "Installing Python packages into $venv; the first time this takes a minute or two"
if ! pip_install -e '.[dev]'; then
    if ! grep -q simpleaudio "$log" || ! install_without_simpleaudio; then
        cat "$log" >&2
        say "The Python packages could not be installed."
        exit 1
    fi
    say "simpleaudio could not be built here, so the program takes its second sound output, Qt Multimedia."
fi
# The voice at run time is compiled too, and an extra: without it only the words of own exercises stay unspoken.
"$venv/bin/python" -c 'import tomllib
with open("pyproject.toml", "rb") as file:
    print(*tomllib.load(file)["project"]["optional-dependencies"]["voice"], sep="\n")
' >"$venv/voice.txt"
if ! pip_install -r "$venv/voice.txt"; then
    say "ttspico could not be built here, so the names of your own exercises are not spoken; all else is."
fi
echo "$state" >"$stamp"
