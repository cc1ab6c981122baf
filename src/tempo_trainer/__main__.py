"""`python -m tempo_trainer` is `tempo-trainer`."""

from tempo_trainer.cli import main

main()
