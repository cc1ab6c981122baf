"""The first output: simpleaudio, which plays a buffer from a thread of its own, written in C."""

from tempo_trainer.audio.device import default_device
from tempo_trainer.audio.output import OutputError
from tempo_trainer.audio.pcm import BYTES_PER_SAMPLE, CHANNELS, RATE, Pcm

try:
    import simpleaudio
    from simpleaudio._simpleaudio import SimpleaudioError
except ImportError as error:
    raise OutputError("simpleaudio is not installed") from error


class SimpleaudioOutput:
    """Each passage is a stream of its own to ALSA, WinMM or CoreAudio."""

    name = "simpleaudio"

    def __init__(self) -> None:
        self._playing: simpleaudio.PlayObject | None = None
        self._pcm: Pcm | None = None

    def play(self, pcm: Pcm) -> None:
        """Hand it over; simpleaudio reads these very samples, and writes them 100 to 200 ms ahead."""
        try:
            self._playing = simpleaudio.play_buffer(pcm, CHANNELS, BYTES_PER_SAMPLE, RATE)
        except (SimpleaudioError, OSError, ValueError) as error:
            raise OutputError(f"no sound device would play ({str(error).strip()})") from error
        self._pcm = pcm

    def follow(self, pcm: Pcm) -> bool:
        """Each passage is a stream of its own, which starts at once."""
        del pcm
        return False

    def silence(self) -> None:
        """Stop writing; it hears of that only after the next 100 ms, so there is to be nothing in them."""
        if self._playing is not None and self._pcm is not None:
            self._pcm.fill(0)
            self._playing.stop()
            self._playing = self._pcm = None

    def is_playing(self) -> bool:
        """Ask the C thread."""
        return self._playing is not None and bool(self._playing.is_playing())

    def device(self) -> str:
        """It plays on the system's default device."""
        return default_device(otherwise=self.name)

    def close(self) -> bool:
        """Nothing is held between passages."""
        return True
