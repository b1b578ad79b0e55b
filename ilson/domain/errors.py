"""Every error that Ilson raises on purpose, sorted by who must act.

IlsonError
├── Refused                 the official can act
│   ├── NotAdmitted         the gate let nobody in
│   ├── BadRequest          the request has not the agreed form
│   ├── NothingAsked        no question and no document
│   ├── TooLong             more text than one question may carry
│   ├── UnknownTask         no task has this name
│   ├── UnknownModel        no model has this name
│   ├── GradeTooHigh        no model may see this grade
│   ├── WordBlocked         a prohibited word stops the question
│   ├── ConfirmationNeeded  a rule asks the official to confirm first
│   ├── DocumentMissing     the task needs a document
│   ├── FileTooLarge        more bytes than the limit
│   ├── FileUnknown         a kind of file that nothing here reads
│   │   ├── FileOld         a format that its own program must save anew
│   │   ├── FilePicture     a picture: its letters are not text
│   │   └── FileArchive     an archive: the documents are inside
│   ├── FileLocked          password or distribution protection
│   ├── FileBroken          damaged, or not what its name says
│   ├── FileEmpty           no text: pictures or shapes only
│   ├── DraftIncomplete     the official document lacks a needed field
│   └── ModelContextFull    more text than the chosen model can read at once
└── Broken                  we must act
    ├── ModelDown           the model server cannot be reached or failed
    ├── ModelBusy           the model server asks to wait
    ├── ModelKeyRefused     the model server does not accept our key
    ├── ModelRequestRefused the model server does not accept our request
    ├── ModelNotFound       the address of the model server has no such model
    ├── ModelSaidNothing    the answer ended without any text
    ├── ModelBrokeOff       the answer stopped in the middle
    ├── ModelSilent         the model server said nothing for too long
    ├── ModelCutShort       the answer reached the longest length
    ├── ModelDeclined       the model server's own filter stopped the answer
    ├── LedgerDown          the ledger line could not be written
    ├── ReaderDown          the process that reads files failed
    ├── GuardFailed         the guard itself failed: nothing passes
    ├── RuleInvalid         a rule file is wrong or breaks its own example
    ├── SettingInvalid      a setting is wrong
    └── Unexpected          anything else

Each class has a `code`, stable for clients and the key of its Korean sentence in `rules/texts.ko.yaml`.
Messages are English, for the log, and never contain what a person typed or a file's text or name.
"""

from typing import ClassVar

from ilson.domain.rule import Reason


class IlsonError(Exception):
    """An error that Ilson raises on purpose."""

    code: ClassVar[str]
    status: ClassVar[int]
    retry: ClassVar[bool] = False
    """Whether the same question may succeed when it is sent again."""

    def __init__(self, message: str, *, reasons: tuple[Reason, ...] = ()) -> None:
        """Take facts for the log, and the rules that an official should be told, with the reason."""
        super().__init__(message)
        self.reasons = reasons

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules."""
        return tuple(dict.fromkeys(reason.rule for reason in self.reasons))


class Refused(IlsonError):
    """Ilson will not do it as asked; the official can change that."""

    status = 422


class NotAdmitted(Refused):
    """The gate let nobody in."""

    code = "not_admitted"
    status = 403


class BadRequest(Refused):
    """The request has not the agreed form."""

    code = "bad_request"
    status = 400


class NothingAsked(Refused):
    """There is no question and no document."""

    code = "nothing_asked"


class TooLong(Refused):
    """More text than one question may carry."""

    code = "too_long"
    status = 413


class UnknownTask(Refused):
    """No task has this name."""

    code = "unknown_task"


class UnknownModel(Refused):
    """No model has this name."""

    code = "unknown_model"


class GradeTooHigh(Refused):
    """No model may see a question of this grade."""

    code = "grade_too_high"


class WordBlocked(Refused):
    """A prohibited word stops the question."""

    code = "word_blocked"


class ConfirmationNeeded(Refused):
    """A rule asks the official to confirm before the question goes on."""

    code = "confirmation_needed"


class DocumentMissing(Refused):
    """The task works on a document and none is attached."""

    code = "document_missing"


class FileTooLarge(Refused):
    """The file has more bytes, or unpacks to more, than the limit."""

    code = "file_too_large"
    status = 413


class FileUnknown(Refused):
    """A kind of file that nothing here reads."""

    code = "file_unknown"
    status = 415


class FileOld(FileUnknown):
    """A format that its own program must save anew: HWP 3, DOC, PPT, RTF, MSG."""

    code = "file_old"


class FilePicture(FileUnknown):
    """A picture: its letters are not text, and nothing here recognises Korean letters."""

    code = "file_picture"


class FileArchive(FileUnknown):
    """An archive: the documents are inside."""

    code = "file_archive"


class FileLocked(Refused):
    """The file is protected by a password or a distribution lock."""

    code = "file_locked"


class FileBroken(Refused):
    """The file is damaged, or is not what its name says."""

    code = "file_broken"


class FileEmpty(Refused):
    """The file has no text: pictures or shapes only."""

    code = "file_empty"


class DraftIncomplete(Refused):
    """The official document lacks a field that it cannot do without."""

    code = "draft_incomplete"


class ModelContextFull(Refused):
    """More text than the chosen model can read at once."""

    code = "model_context_full"
    status = 413


class Broken(IlsonError):
    """Something of ours failed; the official has done nothing wrong."""

    status = 503


class ModelDown(Broken):
    """The model server cannot be reached, or failed."""

    code = "model_down"
    retry = True


class ModelBusy(Broken):
    """The model server asks to wait."""

    code = "model_busy"
    retry = True


class ModelKeyRefused(Broken):
    """The model server does not accept our key."""

    code = "model_key_refused"


class ModelRequestRefused(Broken):
    """The model server does not accept our request."""

    code = "model_request_refused"


class ModelNotFound(Broken):
    """The address of the model server has no such model, or no model at all."""

    code = "model_not_found"


class ModelSaidNothing(Broken):
    """The answer ended without any text."""

    code = "model_said_nothing"
    retry = True


class ModelBrokeOff(Broken):
    """The answer stopped in the middle."""

    code = "model_broke_off"
    retry = True


class ModelSilent(Broken):
    """The model server said nothing for too long."""

    code = "model_silent"
    retry = True


class ModelCutShort(Broken):
    """The answer reached the longest length that the model server allows."""

    code = "model_cut_short"


class ModelDeclined(Broken):
    """The model server's own filter stopped the answer."""

    code = "model_declined"


class LedgerDown(Broken):
    """The ledger line could not be written; without a line there is no answer."""

    code = "ledger_down"
    retry = True


class ReaderDown(Broken):
    """The process that reads files failed or took too long."""

    code = "reader_down"
    retry = True


class GuardFailed(Broken):
    """The guard itself failed: nothing passes."""

    code = "guard_failed"
    status = 500


class RuleInvalid(Broken):
    """A rule file is wrong or breaks its own example."""

    code = "rule_invalid"
    status = 500


class SettingInvalid(Broken):
    """A setting is wrong."""

    code = "setting_invalid"
    status = 500


class Unexpected(Broken):
    """Anything that nobody foresaw."""

    code = "unexpected"
    status = 500
