#!/bin/sh
# The window where there is a display, else the same session in the terminal.
# Usage: [WORKOUT=FILE] scripts/run.sh TEMPO-TRAINER
set -u

program=$1
workout=${WORKOUT:-}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    "$program" ${workout:+run "$workout"}
    status=$?
    # 3: this machine lacks something that the window needs; the program has said what.
    [ "$status" -eq 3 ] || exit "$status"
    echo "The session runs in the terminal instead." >&2
else
    echo "There is no display, so the session runs in the terminal." >&2
fi
exec "$program" play "${workout:-workouts/first-try.yaml}"
