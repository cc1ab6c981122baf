"""All that is the user's as one zip, and back: packed, looked through and laid ready, taken up at the next start."""

from tempo_trainer.backup.contents import BackupError
from tempo_trainer.backup.packing import back_up
from tempo_trainer.backup.staging import Staged, confirm, discard, staged
from tempo_trainer.backup.swapping import take_up

__all__ = ["BackupError", "Staged", "back_up", "confirm", "discard", "staged", "take_up"]
