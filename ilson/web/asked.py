"""Reads a question from the JSON that the page sends (the Vercel AI SDK's messages)."""

import base64
import binascii
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ilson.documents.wire import from_json
from ilson.domain.document import Attachment, File
from ilson.domain.errors import BadRequest, TooLong
from ilson.domain.grade import Grade
from ilson.domain.question import Question, Release, Turn

MAX_CHARACTERS: Final = 400_000  # of the conversation and the form together
MAX_DEPTH: Final = 100  # levels of JSON in a form; each level of items takes two


class Part(BaseModel):
    """One part of a message; kinds that are not for the model are passed over."""

    type: str
    text: str = ""
    data: Any = None
    url: str = ""
    filename: str = ""


class Message(BaseModel):
    """One message of the conversation."""

    role: Literal["user", "assistant", "system"]
    parts: list[Part] = Field(default_factory=list, max_length=1000)


class Released(BaseModel):
    """A value that the official lets pass."""

    type: str = Field(max_length=20)
    value: str = Field(max_length=1000)
    reason: str = Field(max_length=20, pattern="^[a-z_]+$")


class Asked(BaseModel):
    """The body of a question."""

    model_config = ConfigDict(extra="ignore")

    task: str = Field(max_length=40)
    messages: list[Message] = Field(default_factory=list, max_length=1000)
    form: dict[str, Any] | None = None
    grade: Literal["O", "S", "C"] = "O"
    model: str | None = Field(default=None, max_length=100)
    confirmed: list[Annotated[str, Field(max_length=100)]] = Field(default_factory=list, max_length=100)
    released: list[Released] = Field(default_factory=list, max_length=1000)


def asked(body: bytes) -> Question:
    """Return the question.

    Raises:
        BadRequest: the body is not JSON of the agreed form.
        TooLong: the conversation is longer than one question may be.
    """
    try:
        request = Asked.model_validate(orjson.loads(body))
    except orjson.JSONDecodeError:
        raise BadRequest("the body is not JSON") from None
    except ValidationError as error:
        fields = {".".join(str(step) for step in item["loc"]) for item in error.errors(include_input=False)}
        message = f"wrong fields: {', '.join(sorted(fields))[:200]}"
        raise BadRequest(message) from None
    turns = tuple(_turns(request.messages))
    if sum(len(turn.text) for turn in turns) + _characters(request.form or {}) > MAX_CHARACTERS:
        message = f"the conversation and the form have more than {MAX_CHARACTERS} characters"
        raise TooLong(message)
    return Question(
        task=request.task,
        turns=turns,
        attachments=tuple(_attachments(request.messages)),
        form=request.form or {},
        grade=Grade[request.grade],
        model=request.model,
        confirmed=tuple(request.confirmed),
        released=tuple(Release(one.type, one.value, one.reason) for one in request.released),
    )


def _turns(messages: list[Message]) -> Iterator[Turn]:
    for message in messages:
        match message.role:
            case "user" | "assistant":
                yield Turn(message.role, "".join(part.text for part in message.parts if part.type == "text"))
            case "system":
                raise BadRequest("a system message is not the page's to send")


def _characters(value: object, depth: int = 0) -> int:
    if depth > MAX_DEPTH:
        message = f"the form has more than {MAX_DEPTH} levels"
        raise BadRequest(message)
    match value:
        case str():
            return len(value)
        case dict():
            return sum(len(key) + _characters(inner, depth + 1) for key, inner in value.items())
        case list():
            return sum(_characters(inner, depth + 1) for inner in value)
        case _:
            return 0


def _attachments(messages: list[Message]) -> Iterator[Attachment]:
    for message in messages:
        for part in message.parts:
            match part.type:
                case "data-document":
                    yield from_json(part.data)
                case "file":
                    yield File(part.filename, _bytes(part.url))
                case _:
                    pass


def _bytes(url: str) -> bytes:
    head, comma, data = url.partition(",")
    if not (head.startswith("data:") and head.endswith(";base64") and comma):
        raise BadRequest("a file must come as a base64 data address")
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error:
        raise BadRequest("a file's base64 is damaged") from None
