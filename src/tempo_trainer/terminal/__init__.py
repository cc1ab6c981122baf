"""The same session in a terminal.

    keyboard ──key names──▶ View ──commands──▶ Conductor
    canvas ◀──lines of text── View ◀──Moment──┘

`screen.py` holds the three together; only it, `keyboard.py` and `canvas.py` touch the terminal.
"""
