"""Measures the program and prints a table; exit status 0 whatever it finds. `run.py compiling` takes one subject only.

Figures depend on the machine, so they are no tests. Each is the best of several runs.
"""

import platform
import sys

import compiling
import filling
import keystrokes
import looking
import painting
import recalling
import sounding
import starting

SUBJECTS = {
    "compiling": compiling,
    "sounding": sounding,
    "starting": starting,
    "looking": looking,
    "painting": painting,
    "filling": filling,
    "keystrokes": keystrokes,
    "history": recalling,
}


def main(chosen: list[str]) -> None:
    """Print the figures of the chosen subjects, or of all."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}")
    missed = 0
    for name, subject in SUBJECTS.items():
        if chosen and name not in chosen:
            continue
        print(f"\n{name}")
        for figure in subject.figures():
            verdict = {True: "met", False: "MISSED", None: ""}[figure.met]
            missed += figure.met is False
            print(f"  {figure.what:<48} {figure.measured:<42} {figure.target:<30} {verdict}".rstrip(), flush=True)
    print(f"\n{missed} targets missed" if missed else "\nall targets met")


if __name__ == "__main__":
    main(sys.argv[1:])
