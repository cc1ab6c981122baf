"""The calibrator on a real screen, with real sound; writes when it painted which position. Run as a script.

calibrating.py OUTPUT SECONDS FRAMES.jsonl
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tempo_trainer.audio.bank import load_bank
from tempo_trainer.audio.output import OUTPUTS
from tempo_trainer.audio.playback import Playback
from tempo_trainer.folders import find_folders
from tempo_trainer.session.clock import SystemClock
from tempo_trainer.session.metronome import Metronome
from tempo_trainer.ui.calibrator.page import Beats, CalibratorPage
from tempo_trainer.ui.themes import DARK


def main(output: str, seconds: float, frames: Path) -> None:
    """Show it for so long."""
    application = QApplication(sys.argv[:1])
    clock = SystemClock()
    playback = Playback([OUTPUTS[output]], load_bank(find_folders().sounds), clock, lambda _: None)
    metronome = Metronome(clock, playback.follow)
    with frames.open("w") as file:

        def painted(position_ms: float) -> None:
            file.write(json.dumps({"mono_ns": clock.now_ns(), "position_ms": position_ms}) + "\n")

        beats = Beats(metronome.start, metronome.stop, metronome.position_ms)
        page = CalibratorPage(DARK, output, 0, beats, painted)
        page.resize(1280, 800)
        page.show()
        page.left.connect(application.quit)
        QTimer.singleShot(round(seconds * 1000), page.left.emit)
        application.exec()
        page.hide()
        playback.close()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
