"""The commands that need no window: what they print, how they end, what they leave behind."""

import csv
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
import soundfile
from click.testing import CliRunner, Result

import tempo_trainer
from helpers.recorded import recorded
from helpers.workouts import loaded
from tempo_trainer.cli import main
from tempo_trainer.folders import find_folders
from tempo_trainer.history.database import BROKEN_REMEDY
from tempo_trainer.history.export import COLUMNS as DONE
from tempo_trainer.workout.export import COLUMNS

SHIPPED = sorted(map(str, find_folders().shipped_workouts.glob("*.yaml")))
SHORT = "format: 1\nname: Short\nlead_in: 1\nblocks: [{exercise: nordic-curl, reps: 1, tempo: 1-0-X-0}]\n"
LONG = "format: 1\nname: Long\nblocks: [{exercise: nordic-curl, sets: 20, hold: 3600, rest: 0}]\n"
FORMATS = {".wav": "WAV", ".flac": "FLAC", ".ogg": "OGG", ".mp3": "MP3"}


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A workout of three seconds."""
    return written(tmp_path / "short.yaml", SHORT)


def written(file: Path, text: str) -> Path:
    """A file with this text."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def called(*arguments: str | Path) -> Result:
    """A command called in this process; an exception that it lets out fails the test."""
    return CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)


def started(*arguments: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The program run as users run it."""
    command = [sys.executable, "-m", "tempo_trainer", *map(str, arguments)]
    return subprocess.run(
        command, env=os.environ if env is None else env, capture_output=True, encoding="utf-8", check=False
    )


def perform(home: Path, *workouts: str) -> None:
    """Sessions of these workouts stand in the history."""
    with recorded(home) as history:
        for text in workouts:
            history.perform(loaded(text))


def assert_told(text: str) -> None:
    """Something is said, and not as a traceback."""
    assert text.strip()
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "command", [[], ["run"], ["play"], ["check"], ["timeline"], ["render"], ["history"], ["doctor"]]
)
def test_every_command_explains_itself(command: list[str]) -> None:
    result = called(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check"],
        ["check", "--nonsense", "x"],
        ["timeline"],
        ["timeline", "a", "b"],
        ["timeline", SHIPPED[0], "--format", "xml"],
        ["render", SHIPPED[0]],
        ["render", SHIPPED[0], "out.aiff"],
        ["render", SHIPPED[0], "out"],
        ["run"],
        ["play"],
        ["history", "x"],
        ["history", "--format", "fit"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    result = called(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage:" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["timeline"], ["timeline", "--format", "json"], ["render", "out.wav"], ["play"], ["run"]]
)
def test_a_bad_workout_ends_every_command_with_1_and_all_its_problems(tmp_path: Path, arguments: list[str]) -> None:
    file = written(tmp_path / "bad.yaml", "format: 1\nname: Bad\nrst: 5\nblocks: [{exercise: nordic-curl, reps: 0}]\n")
    result = called(arguments[0], file, *arguments[1:])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"{file}:3:1: error: unknown key `rst`; did you mean `rest`?",
        f"{file}:4:40: error: reps: must be a whole number from 1 to 999, or `max`",
    ]


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[" * 500, b"a: &a [*a, *a]", b"\tx", b"a: 1\na: 1", b"name"])
def test_bad_files_of_any_kind_are_told_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(content)
    for command in ("check", "timeline"):
        result = called(command, file)
        assert result.exit_code == 1
        assert result.output.startswith(f"{file}:1:")


def test_check_says_nothing_of_good_workouts() -> None:
    result = called("check", *SHIPPED)
    assert (result.exit_code, result.output) == (0, "")


def test_check_tells_all_problems_of_all_files_on_standard_output(tmp_path: Path, short: Path) -> None:
    bad, missing = written(tmp_path / "bad.yaml", "blocks: []\n"), tmp_path / "missing.yaml"
    result = called("check", bad, short, missing, tmp_path)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        f"{bad}:1:1: error: `format` is missing",
        f"{bad}:1:1: error: `name` is missing",
        f"{bad}:1:9: error: blocks: must not be empty",
        f"{missing}:1:1: error: there is no such file",
        f"{tmp_path}:1:1: error: is a folder, not a file",
    ]


@pytest.mark.parametrize("file", SHIPPED)
def test_the_timeline_of_a_shipped_workout_in_all_its_forms(file: str) -> None:
    table, plan, sheet = (called("timeline", file, "--format", form) for form in ("table", "json", "csv"))
    assert (table.exit_code, plan.exit_code, sheet.exit_code) == (0, 0, 0)
    steps = json.loads(plan.stdout)["steps"]
    assert table.stdout == called("timeline", file).stdout
    assert len(table.stdout.splitlines()) > len(steps)
    rows = list(csv.DictReader(io.StringIO(sheet.stdout)))
    assert tuple(rows[0]) == COLUMNS
    assert rows == [{key: "" if value is None else str(value) for key, value in step.items()} for step in steps]


def test_the_table_of_a_short_workout(short: Path) -> None:
    assert called("timeline", short).stdout == (
        "Short: 3 s\n"
        "under tension: both legs 2 s\n"
        "  Nordic curl: 1 × 1 rep, lower 1 s, up fast\n"
        "\n"
        "     at    length  what\n"
        "   0:00       1 s  get ready\n"
        "   0:01       1 s  lower · nordic-curl · set 1/1 · rep 1/1\n"
        "   0:02       1 s  up · nordic-curl · set 1/1 · rep 1/1\n"
    )


def test_a_workout_without_any_step_has_a_timeline_and_a_sound(tmp_path: Path) -> None:
    file = written(tmp_path / "nothing.yaml", "format: 1\nname: Nothing\nlead_in: 0\nblocks: [rest: 0]\n")
    assert called("timeline", file).exit_code == 0
    result = started("render", file, tmp_path / "out.wav")
    assert result.returncode == 0
    assert soundfile.info(tmp_path / "out.wav").frames > 0, "the tune at the end"


def test_names_in_any_script_come_through(tmp_path: Path) -> None:
    file = written(tmp_path / "übung 💪.yaml", SHORT.replace("Short", "Übung 💪 抬"))
    result = started("timeline", file, "--format", "json", env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    assert json.loads(result.stdout)["name"] == "Übung 💪 抬"


def test_the_users_presets_are_in_reach(home: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "mine.yaml", SHORT.replace("1-0-X-0", "mine"))
    assert "unknown preset `mine`" in called("check", file).stdout
    written(home / "presets.yaml", "mine: 5-0-5-0\n")
    assert called("check", file).exit_code == 0
    assert json.loads(called("timeline", file, "--format", "json").stdout)["duration_ms"] == 11_000


@pytest.mark.parametrize("broken", ["mine: 0-0-0-0\n", "- mine\n", "mine: &a 3131\n", "\x00"])
def test_broken_presets_of_the_user_are_told_and_do_not_stop_the_rest(home: Path, short: Path, broken: str) -> None:
    presets = written(home / "presets.yaml", broken)
    for command in (["check", str(short)], ["timeline", str(short), "--format", "json"]):
        result = called(*command)
        assert result.exit_code == 0
        assert result.stderr.startswith(f"{presets}:1:")
        assert str(presets) not in result.stdout


@pytest.mark.parametrize("suffix", [*FORMATS, ".WAV"])
def test_render_writes_the_whole_session(tmp_path: Path, short: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    result = started("render", short, out)
    assert (result.returncode, result.stdout) == (0, "")
    assert "Writing out" in result.stderr
    info = soundfile.info(out)
    assert (info.format, info.samplerate, info.channels) == (FORMATS[suffix.lower()], 48_000, 2)
    finish = soundfile.info(find_folders().sounds / "finish.wav")
    assert info.frames / 48_000 == pytest.approx(3 + finish.duration, abs=0.1 if suffix == ".mp3" else 1e-9)
    assert sorted(tmp_path.glob("*out*")) == [out], "no neighbour is left"


def test_render_says_the_same_on_every_run_and_less_without_ticks(tmp_path: Path) -> None:
    file = written(tmp_path / "ticking.yaml", SHORT.replace("1-0-X-0", "3-0-3-0"))
    one, two, quiet = (tmp_path / name for name in ("one.wav", "two.wav", "quiet.wav"))
    assert started("render", file, one).returncode == 0
    assert started("render", file, two).returncode == 0
    assert started("render", file, quiet, "--no-ticks", "--no-voice").returncode == 0
    assert one.read_bytes() == two.read_bytes() != quiet.read_bytes()
    samples, without = soundfile.read(one, dtype="int16")[0], soundfile.read(quiet, dtype="int16")[0]
    assert samples[2 * 48_000 : 2 * 48_000 + 480].any()
    assert not (samples[:48_000] != without[:48_000]).any(), "the lead-in has no ticks"
    assert len(samples) == len(without)


def test_render_replaces_an_older_file(tmp_path: Path, short: Path) -> None:
    out = written(tmp_path / "out.wav", "old")
    assert started("render", short, out).returncode == 0
    assert soundfile.info(out).format == "WAV"


@pytest.mark.parametrize("out", ["missing/out.wav", "folder.wav", "short.yaml/out.wav"])
def test_render_to_where_no_file_can_be_says_so(tmp_path: Path, short: Path, out: str) -> None:
    (tmp_path / "folder.wav").mkdir()
    before = sorted(tmp_path.iterdir())
    result = started("render", short, tmp_path / out)
    assert result.returncode == 1
    assert_told(result.stderr)
    assert out in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_render_refuses_what_no_wav_file_can_hold(tmp_path: Path) -> None:
    result = started("render", written(tmp_path / "long.yaml", LONG), tmp_path / "out.wav")
    assert result.returncode == 1
    assert "choose .flac, .ogg or .mp3" in result.stderr
    assert not list(tmp_path.glob("*.wav"))


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 1), (signal.SIGTERM, 128 + signal.SIGTERM)])
def test_render_that_is_interrupted_leaves_no_half_file(tmp_path: Path, number: signal.Signals, status: int) -> None:
    file, folder = written(tmp_path / "long.yaml", LONG), tmp_path / "out"
    folder.mkdir()
    out = written(folder / "out.flac", "old")
    # A test run in the background of a shell ignores Ctrl-C, and so would the program.
    unignored = ["env", f"--default-signal={number.name}"]
    command = [*unignored, sys.executable, "-m", "tempo_trainer", "render", str(file), str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as program:
        while program.poll() is None and len(list(folder.iterdir())) == 1:
            os.sched_yield()  # until it has begun to write
        program.send_signal(number)
        _, said = program.communicate()
    assert program.returncode == status
    assert "Traceback" not in said
    assert list(folder.iterdir()) == [out]
    assert out.read_text() == "old"


@pytest.mark.parametrize("missing", ["assets", "assets/sounds", "assets/sounds/tick.wav"])
def test_render_without_its_sounds_names_them_and_writes_nothing(tmp_path: Path, short: Path, missing: str) -> None:
    package = Path(tempo_trainer.__file__).parent
    shutil.copytree(package, tmp_path / "src" / "tempo_trainer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(find_folders().sounds, tmp_path / "assets" / "sounds")
    gone = tmp_path / missing
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    result = started("render", short, tmp_path / "out.wav", env={**os.environ, "PYTHONPATH": str(tmp_path / "src")})
    assert result.returncode == 3
    assert_told(result.stderr)
    assert str(gone if gone.suffix else tmp_path / "assets" / "sounds") in result.stderr
    assert not (tmp_path / "out.wav").exists()


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path, form: str) -> None:
    text = SHORT.replace("reps: 1", "sets: 99, reps: 99")  # far more than a pipe holds
    file = written(tmp_path / "many.yaml", text)
    command = [sys.executable, "-m", "tempo_trainer", "timeline", str(file), "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.read(10)
        program.stdout.close()
        said = program.stderr.read()
    assert said == b""


def test_the_history_in_all_its_forms(home: Path) -> None:
    perform(home, SHORT, SHORT.replace("reps: 1", "reps: max, load: =1 kg, sets: 2").replace("Short", "Δ, long"))
    table, objects, sheet = (called("history", "--format", form) for form in ("table", "json", "csv"))
    assert (table.exit_code, objects.exit_code, sheet.exit_code) == (0, 0, 0)
    assert table.stdout == called("history").stdout
    short, long = json.loads(objects.stdout)
    assert (short["workout"], short["state"], len(short["sets"])) == ("Short", "finished", 1)
    first = long["sets"][0]
    assert (first["set"], first["planned_reps"], first["done_reps"], first["load"]) == (1, 100, 100, "=1 kg")
    rows = list(csv.DictReader(io.StringIO(sheet.stdout)))
    assert [(row["id"], row["workout"], row["set"], row["load"]) for row in rows] == [
        ("1", "Short", "1", ""),
        ("2", "Δ, long", "1", "'=1 kg"),
        ("2", "Δ, long", "2", "'=1 kg"),
    ]
    heads = [line.split("  ")[1] for line in table.stdout.splitlines() if line and not line.startswith(" ")]
    assert heads == ["Δ, long: finished", "Short: finished"]


def test_an_empty_history_is_said_in_each_form_and_no_file_is_made(home: Path) -> None:
    said = [called("history", "--format", form) for form in ("table", "json", "csv")]
    assert [result.exit_code for result in said] == [0, 0, 0]
    assert [result.stdout for result in said] == ["Nothing has been done yet.\n", "[]\n", ",".join(DONE) + "\n"]
    assert not home.exists()


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_history_that_cannot_be_read_is_told_in_a_sentence(home: Path, content: bytes) -> None:
    home.mkdir()
    (home / "history.sqlite3").write_bytes(content)
    for form in ("table", "json", "csv"):
        result = called("history", "--format", form)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"The history ({home / 'history.sqlite3'}) is broken. To go on, {BROKEN_REMEDY}.\n"
    assert (home / "history.sqlite3").read_bytes() == content


def test_a_history_of_a_newer_program_is_told_in_a_sentence(home: Path) -> None:
    perform(home, SHORT)
    with closing(sqlite3.connect(home / "history.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 99")
    result = called("history")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "newer" in result.stderr


def test_bad_input_is_told_without_a_traceback_by_the_real_program(tmp_path: Path) -> None:
    result = started("timeline", tmp_path / "missing.yaml")
    assert result.returncode == 1
    assert result.stderr == f"{tmp_path / 'missing.yaml'}:1:1: error: there is no such file\n"


def test_without_a_display_the_window_says_so_and_names_the_remedy(short: Path) -> None:
    named = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {key: value for key, value in os.environ.items() if key not in named}
    for command in ([], ["run", str(short)]):
        result = started(*command, env=env)
        assert result.returncode == 3
        assert_told(result.stderr)
        assert len(result.stderr.splitlines()) == 1
        assert "tempo-trainer play" in result.stderr


def test_doctor_tells_what_was_found_and_how_to_mend_the_rest(home: Path) -> None:
    result = started("doctor")
    assert (result.returncode, result.stderr) == (0, "")
    for part in ("Python", "Qt", "display", "sound output simpleaudio", "sounds", "keep awake", str(home)):
        assert part in result.stdout
    lines = result.stdout.splitlines()
    missing = [number for number, line in enumerate(lines) if line.startswith("no ")]
    assert all(lines[number + 1].lstrip().startswith("mend:") for number in missing)


def test_the_version_is_told() -> None:
    assert called("--version").output.split()[-1].count(".") == 2


@pytest.mark.parametrize("command", ["check", "timeline", "render", "history"])
def test_no_qt_for_what_needs_no_window(home: Path, tmp_path: Path, short: Path, command: str) -> None:
    perform(home, SHORT)
    more = {"render": [str(short), str(tmp_path / "out.wav")], "history": []}
    arguments = [command, *more.get(command, [str(short)])]
    code = (
        "import atexit, sys\n"
        "from tempo_trainer.cli import main\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "main(sys.argv[1:])\n"
    )
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True)
    loaded = result.stderr.split()
    assert {"tempo_trainer.workout.loader", "tempo_trainer.history.reading"} & set(loaded)
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]


def test_a_full_disk_is_told_in_a_sentence(short: Path) -> None:
    command = [sys.executable, "-m", "tempo_trainer", "timeline", str(short)]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr == "The output cannot be used: No space left on device\n"


def test_a_name_that_does_not_fit_the_encoding_is_printed_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "running.yaml", SHORT.replace("Short", "跑步"))
    command = [sys.executable, "-m", "tempo_trainer", "timeline", str(path)]
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    result = subprocess.run(command, env=env, capture_output=True, check=False)
    assert result.returncode == 0
    assert result.stdout.startswith(rb"\u8dd1\u6b65: ")
