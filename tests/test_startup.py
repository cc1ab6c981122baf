"""What an import costs and does: next to nothing. Each look is taken in a process of its own."""

import json
import subprocess
import sys
from typing import Any

IMPORT_CLI = """
import json, sys
import tempo_trainer.cli
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

PRINT_HISTORY = """
import json, sys
import tempo_trainer.cli
tempo_trainer.cli.main(["history", "--format", "csv"], standalone_mode=False)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

# Audit hooks hear of every file that is opened and of every process and socket, whatever library does it.
IMPORT_ALL = """
import importlib, json, pkgutil, sys, sysconfig, threading
from pathlib import Path
import tempo_trainer

places = {Path(place).resolve() for place in (*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix)}
places |= {Path(place).resolve() for place in tempo_trainer.__path__}
found = {"opened": [], "did": [], "modules": [], "missing": []}

def listen(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = Path(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode()).resolve()
        wants_to_write = isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        if wants_to_write or not any(place in path.parents for place in places):
            found["opened"].append(str(path))
    elif event in {"subprocess.Popen", "os.system", "os.exec", "os.fork", "socket.connect", "os.mkdir", "os.remove"}:
        found["did"].append(event)

def failed(name):
    found["missing"].append(name)

names = [module.name for module in pkgutil.walk_packages(tempo_trainer.__path__, "tempo_trainer.", failed)]
import PySide6.QtCore, PySide6.QtMultimedia, PySide6.QtWidgets, numpy, pydantic, rich, soundfile  # their own affair
sys.addaudithook(listen)
for name in names:
    if name != "tempo_trainer.__main__":  # which is there to be run
        importlib.import_module(name)
        found["modules"].append(name)
found["threads"] = [thread.name for thread in threading.enumerate()]
found["application"] = PySide6.QtCore.QCoreApplication.instance() is not None
print(json.dumps(found))
"""


def in_a_fresh_process(code: str) -> Any:
    done = subprocess.run([sys.executable, "-B", "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_the_commands_do_not_wait_for_libraries_that_they_may_not_need() -> None:
    imported = set(in_a_fresh_process(IMPORT_CLI))
    assert "tempo_trainer" in imported
    assert not imported & {"PySide6", "shiboken6", "numpy", "pydantic", "rich", "soundfile", "simpleaudio", "wakepy"}
    assert not imported & {"fit_tool", "pyqtgraph", "sqlite3"}


def test_the_history_is_printed_without_qt_and_without_what_writes_fit() -> None:
    imported = set(in_a_fresh_process(PRINT_HISTORY))
    assert {"tempo_trainer", "sqlite3"} <= imported
    assert not imported & {"PySide6", "shiboken6", "pyqtgraph", "numpy", "fit_tool", "rich", "soundfile"}


def test_no_module_does_any_work_when_it_is_imported() -> None:
    found = in_a_fresh_process(IMPORT_ALL)
    assert len(found["modules"]) > 40
    assert found["missing"] == []
    assert found["opened"] == []
    assert found["did"] == []
    assert found["threads"] == ["MainThread"]
    assert not found["application"]
