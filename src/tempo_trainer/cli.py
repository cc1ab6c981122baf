"""The commands (DESIGN 4.4). Each imports what it needs inside itself, so that none waits for another's libraries."""

import csv
import json
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tempo_trainer.folders import find_folders, names_in_reach

if TYPE_CHECKING:
    from tempo_trainer.workout.timeline import Timeline

EXIT_INPUT = 1
EXIT_USAGE = 2
EXIT_MACHINE = 3

_FILE = click.argument("file", type=click.Path(path_type=Path))
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)


class _Commands(click.Group):
    """Tells in a sentence what the operating system refused, where no command has a better one."""

    def invoke(self, context: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            result: object = super().invoke(context)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            _discard_output()
            _fail(f"{error.filename or 'The output'} cannot be used: {error.strerror or error}", EXIT_INPUT)
        return result


@click.group(cls=_Commands, invoke_without_command=True)
@click.version_option(package_name="tempo-trainer")
@click.pass_context
def main(context: click.Context) -> None:
    """Lead a runner through strength work in a given tempo, by eye and by ear.

    Without a command the window opens on the library.
    """
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a name may not fit the encoding
    if context.invoked_subcommand is None:
        _open_window()


@main.command()
@_FILE
@click.option("--autostart", is_flag=True, help="Start at once.")
@click.option("--fullscreen", is_flag=True, help="Fill the screen.")
@click.option("--exit-when-done", is_flag=True, help="Close the window after the end of the session.")
@click.option("--trace", type=click.Path(path_type=Path), help="Write what is shown and played when, as JSON lines.")
def run(file: Path, *, autostart: bool, fullscreen: bool, exit_when_done: bool, trace: Path | None) -> None:
    """Open the window on the workout FILE."""
    _open_window(
        _timeline(file), autostart=autostart, fullscreen=fullscreen, exit_when_done=exit_when_done, trace=trace
    )


@main.command()
@_FILE
def play(file: Path) -> None:
    """Perform the workout FILE in the terminal."""
    timeline = _timeline(file)
    from tempo_trainer.app import play_in_terminal

    _end_in_order()
    sys.exit(play_in_terminal(timeline, find_folders()))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Tell every problem of the workout FILES; nothing if there is none."""
    from tempo_trainer.workout.loader import load_timeline
    from tempo_trainer.workout.problems import ProblemsError

    names, doubts = names_in_reach(find_folders())
    _warn(doubts)
    bad = False
    for file in files:
        try:
            load_timeline(file, names)
        except ProblemsError as error:
            bad = True
            click.echo("\n".join(map(str, error.problems)))
    sys.exit(EXIT_INPUT if bad else 0)


@main.command()
@_FILE
@_FORMAT
def timeline(file: Path, form: str) -> None:
    """Print the plan of the workout FILE."""
    plan = _timeline(file)
    from tempo_trainer.workout import export

    if form == "json":
        _print_json(export.as_object(plan))
    elif form == "csv":
        _print_csv(export.COLUMNS, export.rows(plan))
    else:
        click.echo("\n".join(export.table(plan)))


@main.command()
@_FILE
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--no-voice", is_flag=True, help="Tones only.")
@click.option("--no-ticks", is_flag=True, help="No tick at each second.")
def render(file: Path, out: Path, *, no_voice: bool, no_ticks: bool) -> None:
    """Write the whole session of FILE to OUT, a sound file (.wav, .flac, .ogg, .mp3)."""
    plan = _timeline(file)
    from tempo_trainer.audio.bank import load_bank
    from tempo_trainer.audio.render import SUFFIXES, RenderError
    from tempo_trainer.audio.render import render as write
    from tempo_trainer.audio.sounding import score_of_timeline
    from tempo_trainer.session.hearing import Hearing

    if out.suffix.lower() not in SUFFIXES:
        raise click.BadParameter(f"the name must end with {', '.join(SUFFIXES)}", param_hint="OUT")
    bank = load_bank(find_folders().sounds)
    if bank.problems:
        _fail(bank.problems[0], EXIT_MACHINE)
    _end_in_order()
    score = score_of_timeline(plan, bank, Hearing(says="tones" if no_voice else "full", ticks=not no_ticks))
    end_ms = plan.duration_ms
    try:
        with click.progressbar(length=end_ms * 48, label=f"Writing {out.name}", file=sys.stderr) as bar:
            write(score, end_ms, out, bar.update)
    except RenderError as error:
        _fail(str(error), error.exit_status)


@main.command()
@_FORMAT
def history(form: str) -> None:
    """Print what was done."""
    from tempo_trainer.history import export
    from tempo_trainer.history.database import BROKEN_REMEDY, BrokenError, HistoryError
    from tempo_trainer.history.reading import read_sessions

    try:
        sessions = read_sessions(find_folders().history)
    except BrokenError as error:
        _fail(f"{error} To go on, {BROKEN_REMEDY}.", EXIT_INPUT)
    except HistoryError as error:
        _fail(str(error), EXIT_INPUT)
    if form == "json":
        _print_json(export.as_objects(sessions))
    elif form == "csv":
        _print_csv(export.COLUMNS, export.rows(sessions))
    else:
        click.echo("\n".join(export.table(sessions)))


@main.command()
def doctor() -> None:
    """Tell what this machine has, what is missing, and the command that mends it."""
    from tempo_trainer.machine import findings

    for finding in findings(find_folders(), os.environ):
        click.echo(str(finding))


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False)
    click.echo()


def _print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _timeline(file: Path) -> "Timeline":
    """The compiled workout; ends the program with all problems if it has any."""
    from tempo_trainer.workout.loader import load_timeline
    from tempo_trainer.workout.problems import ProblemsError

    names, doubts = names_in_reach(find_folders())
    _warn(doubts)
    try:
        return load_timeline(file, names)
    except ProblemsError as error:
        _fail(str(error), EXIT_INPUT)


def _open_window(
    plan: "Timeline | None" = None,
    *,
    autostart: bool = False,
    fullscreen: bool = False,
    exit_when_done: bool = False,
    trace: Path | None = None,
) -> NoReturn:
    from tempo_trainer.machine import display_problem

    if problem := display_problem(os.environ):
        _fail(problem, EXIT_MACHINE)
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        _fail(f"Qt cannot be loaded ({error}); `tempo-trainer doctor` names what is missing.", EXIT_MACHINE)
    from tempo_trainer.app import WindowOptions, open_window

    options = WindowOptions(plan, autostart, fullscreen, exit_when_done, trace)
    sys.exit(open_window(options, find_folders()))


def _discard_output() -> None:
    """Let nothing be written any more: Python would try once more at its end, and fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _end_in_order() -> None:
    """Let a kill unwind: no half file is left, and the terminal is as it was."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def _warn(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        click.echo(sentence, err=True)


def _fail(message: str, status: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(status)
