"""Rich text that is laid out once for each width: a QLabel does so some ten times before it is shown."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

NARROWEST = 160


class RichText(QWidget):
    """As high as its text is at the width that it is given."""

    def __init__(self) -> None:
        super().__init__()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        whole_words = self._document.defaultTextOption()
        whole_words.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._document.setDefaultTextOption(whole_words)
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # its hint is of another width
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What it shows, with its marks."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802  as a label has it
        """Show this."""
        if text != self._text:
            self._text = text
            self._document.setHtml(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """The document remembers for which width it was laid out last."""
        self._document.setTextWidth(width)
        return round(self._document.size().height())

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Any width will do."""
        width = max(NARROWEST, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Narrower than that nothing can be read."""
        return QSize(NARROWEST, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """In the colour of text."""
        context = QAbstractTextDocumentLayout.PaintContext()
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, colour)
        context.palette = palette
        self._document.setTextWidth(self.width())
        self._document.documentLayout().draw(QPainter(self), context)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        """Another font may need another height."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._document.setDefaultFont(self.font())
            self.updateGeometry()
