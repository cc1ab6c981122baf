"""What this machine has and lacks: is there a display, a sound device, and what mends what is missing."""

import ctypes
import importlib.util
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tempo_trainer.awake import screen_awake
from tempo_trainer.folders import Folders, names_in_reach

QT_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libEGL.so.1": "libegl1",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
}
_PROBE = "from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]); print(app.platformName())"
_DEVICES = (
    "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
    "from tempo_trainer.audio.qt_output import device_names; print(', '.join(device_names()))"
)

_SILENCE = (
    "import numpy; from tempo_trainer.audio.output import OUTPUTS;"
    "output = OUTPUTS['simpleaudio'](); output.play(numpy.zeros((4800, 2), numpy.int16));"
    "import time; time.sleep(0.5); print('plays')"
)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `remedy` is what mends it if it is not good."""

    what: str
    good: bool
    found: str
    remedy: str = ""

    def __str__(self) -> str:
        remedy = f"\n      mend: {self.remedy}" if self.remedy and not self.good else ""
        return f"{'ok  ' if self.good else 'no  '}  {self.what}: {self.found}{remedy}"


def display_problem(env: Mapping[str, str]) -> str:
    """Why no window can open here, as a sentence with the remedy; empty if one can.

    Qt itself would end the program with a signal, so it is not asked.
    """
    if sys.platform != "linux" or (env.get("QT_QPA_PLATFORM") or "xcb").split(":")[0] not in {
        "xcb",
        "wayland",
        "wayland;xcb",
    }:
        return ""
    if env.get("WAYLAND_DISPLAY") and _wayland_answers(env):
        return ""
    if not env.get("DISPLAY"):
        return "There is no display to open a window on; use `tempo-trainer play FILE` for a session in the terminal."
    if not _answers(env["DISPLAY"]):
        return f"The display {env['DISPLAY']} does not answer; set DISPLAY, or use `tempo-trainer play FILE`."
    missing = [package for library, package in QT_PACKAGES.items() if not _loads(library)]
    if missing:
        return f"Libraries that Qt needs are missing; install them with `apt install {' '.join(missing)}`."
    return ""


def findings(folders: Folders, env: Mapping[str, str]) -> Iterator[Finding]:
    """Everything `doctor` tells, one after the other; each look is taken when it is asked for."""
    good = sys.version_info >= (3, 11)
    yield Finding("Python", good, sys.version.split()[0], "install Python 3.11 or newer")
    yield from _qt(env)
    yield from _sound(folders)
    yield from _folders(folders)
    yield _keep_awake()


def _qt(env: Mapping[str, str]) -> Iterator[Finding]:
    installed = importlib.util.find_spec("PySide6") is not None
    version = _ask("import PySide6; print(PySide6.__version__)") if installed else ""
    yield Finding("Qt (PySide6)", bool(version), version or "not installed", "pip install pyside6")
    if problem := display_problem(env):
        yield Finding(
            "display", good=False, found=problem, remedy="log in to a desktop, or use `tempo-trainer play FILE`"
        )
        return
    platform = _ask(_PROBE)
    packages = " ".join(QT_PACKAGES.values())
    yield Finding("display", bool(platform), platform or "Qt cannot open a window", f"apt install {packages}")


def _sound(folders: Folders) -> Iterator[Finding]:
    plays = _ask(_SILENCE)
    name = "simpleaudio-patched" if sys.version_info >= (3, 12) else "simpleaudio"
    remedy = f"apt install libasound2-dev gcc python3-dev, then pip install {name}"
    if importlib.util.find_spec("simpleaudio") is None:
        yield Finding("sound output simpleaudio", good=False, found="not installed", remedy=remedy)
    else:
        remedy = "start PulseAudio or PipeWire (its ALSA plugin is in libasound2-plugins), or connect a sound card"
        yield Finding("sound output simpleaudio", bool(plays), plays or "installed, but finds no sound device", remedy)
    devices = _ask(_DEVICES)
    remedy = "start PulseAudio or PipeWire, connect a sound card; Qt needs libpulse0"
    yield Finding("sound output Qt Multimedia", bool(devices), devices or "finds no sound device", remedy)
    from tempo_trainer.audio.bank import load_bank

    bank = load_bank(folders.sounds)
    found = f"{len(bank.tones)} tones, {len(bank.words) or 'no'} spoken words in {folders.sounds}"
    yield Finding(
        "sounds", not bank.problems, bank.problems[0] if bank.problems else found, "install the program again"
    )
    speaks = bank.speak("ready") is not None
    own = "speaks (SVOX Pico)" if speaks else "only the shipped words are spoken"
    yield Finding("voice for words of your own", speaks, own, "pip install 'tempo-trainer[voice]' (Linux)")
    import soundfile

    formats = [name for name in ("WAV", "FLAC", "OGG", "MP3") if name in soundfile.available_formats()]
    yield Finding("sound files", len(formats) == 4, ", ".join(formats), "pip install --upgrade soundfile")


def _folders(folders: Folders) -> Iterator[Finding]:
    shipped = len(list(folders.shipped_workouts.glob("*.yaml")))
    yield Finding(
        "shipped workouts", shipped > 0, f"{shipped} in {folders.shipped_workouts}", "install the program again"
    )
    writable = _can_write(folders.home)
    remedy = "make it writable, or set TEMPO_TRAINER_HOME to another folder"
    yield Finding("your folder", writable, f"{folders.home}{'' if writable else ' cannot be written'}", remedy)
    problems = names_in_reach(folders)[1]
    own = f"{folders.presets}" if folders.presets.exists() else "none of your own"
    yield Finding("presets", not problems, problems[0] if problems else own, "correct the file at that line")
    yield _history(folders)


def _history(folders: Folders) -> Finding:
    from tempo_trainer.history.database import BROKEN_REMEDY, BrokenError, HistoryError, NewerError
    from tempo_trainer.history.reading import read_sessions

    try:
        count = len(read_sessions(folders.history))
    except NewerError as error:
        return Finding("history", good=False, found=str(error), remedy="install the newest Tempo Trainer")
    except BrokenError as error:
        return Finding("history", good=False, found=str(error), remedy=BROKEN_REMEDY)
    except HistoryError as error:
        return Finding("history", good=False, found=str(error), remedy=f"see to {folders.history}")
    return Finding("history", good=True, found=f"{count} session{'' if count == 1 else 's'}" if count else "none yet")


def _keep_awake() -> Finding:
    with screen_awake() as method:
        found = f"by {method}" if method else "the screen may go dark in a session"
    return Finding("keep awake", bool(method), found, "run in a desktop session, or switch the screen saver off")


def _can_write(folder: Path) -> bool:
    """Whether files can be made in a folder, or where it would be made."""
    import tempfile

    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=existing):
            return True
    except OSError:
        return False


def _ask(code: str) -> str:
    """What a Python of our kind prints for some code; empty if it fails, even if it crashes."""
    command = [sys.executable, "-c", code]
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603  our own
    except subprocess.TimeoutExpired:
        return ""
    return result.stdout.strip() if result.returncode == 0 else ""


def _wayland_answers(env: Mapping[str, str]) -> bool:
    path = Path(env.get("XDG_RUNTIME_DIR", "/"), env["WAYLAND_DISPLAY"])
    return _connects(socket.AF_UNIX, str(path))


def _answers(display: str) -> bool:
    """Whether an X server listens where DISPLAY points: `:0`, `unix:0.0`, `host:10.0`."""
    host, _, number = display.rpartition(":")
    screen = number.split(".")[0]
    if not screen.isdigit():
        return False
    local = host in {"", "unix"}
    attempts: list[tuple[int, str | tuple[str, int]]] = (
        [(socket.AF_UNIX, f"\0/tmp/.X11-unix/X{screen}"), (socket.AF_UNIX, f"/tmp/.X11-unix/X{screen}")]  # noqa: S108  X's own place
        if local
        else [(socket.AF_INET, (host, 6000 + int(screen)))]
    )
    return any(_connects(family, address) for family, address in attempts)


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except (OSError, OverflowError):
            return False
        return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
