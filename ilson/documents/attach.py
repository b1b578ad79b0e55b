"""Makes the attachments of a question into documents."""

from collections.abc import Sequence
from typing import Final

from ilson.domain.document import Attachment, Document, File, Heading, Paragraph, Table
from ilson.domain.errors import TooLong
from ilson.ports.desk import Desk

MAX_FILES: Final = 10
MAX_CHARACTERS: Final = 400_000  # of all documents of one question together


async def attach(attachments: Sequence[Attachment], desk: Desk) -> tuple[Document, ...]:
    """Return the documents, in order; a file that came as bytes is read first.

    Raises:
        TooLong: more files or characters than one question may carry.
        FileTooLarge, FileUnknown, FileLocked, FileBroken, FileEmpty, ReaderDown: as the desk says.
    """
    if len(attachments) > MAX_FILES:
        message = f"more than {MAX_FILES} files"
        raise TooLong(message)
    documents: list[Document] = []
    for attachment in attachments:
        match attachment:
            case Document():
                documents.append(attachment)
            case File():
                documents.append(await desk.read(attachment))
    if sum(map(characters, documents)) > MAX_CHARACTERS:
        message = f"the documents have more than {MAX_CHARACTERS} characters"
        raise TooLong(message)
    return tuple(documents)


def characters(document: Document) -> int:
    """Return how many characters of text the document has."""
    total = 0
    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                total += len(text)
            case Table(rows=rows):
                total += sum(len(cell) for row in rows for cell in row)
    return total
