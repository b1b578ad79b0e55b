"""Answers for one other detector, in the environment in which it is installed: texts in, findings and times out.

usage: python peer.py NAME; each line of input is a JSON text; each line of output is a JSON object. The first line of
output says how long the start took, in seconds, and how much memory it took, in MB.
"""

import importlib
import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Span = tuple[str, int, int]

_PRESIDIO = {
    "KR_RRN": "RRN",
    "KR_FRN": "FRN",
    "KR_PASSPORT": "PASSPORT",
    "KR_DRIVER_LICENSE": "DL",
    "KR_BRN": "BRN",
    "CREDIT_CARD": "CARD",
    "EMAIL_ADDRESS": "EMAIL",
    "IP_ADDRESS": "IP",
    "PHONE_NUMBER": "PHONE",
}
_RUST = {
    "resident": "RRN",
    "foreigner_registration": "FRN",
    "business_registration": "BRN",
    "credit_card": "CARD",
    "phone": "PHONE",
    "email": "EMAIL",
    "driver_license": "DL",
    "bank_account": "ACCOUNT",
    "birth_date": "DOB",
    "passport": "PASSPORT",
}


def presidio() -> Callable[[str], list[Span]]:
    """Return Presidio with all its Korean recognizers and its general ones, every score counted.

    Its blank tokenizer tells no lemma, and without lemmas its context words do not work: the text stands for the lemma.
    """
    logging.disable(logging.WARNING)
    spacy = importlib.import_module("spacy")
    analyzer = importlib.import_module("presidio_analyzer")
    engines = importlib.import_module("presidio_analyzer.nlp_engine")
    known = importlib.import_module("presidio_analyzer.predefined_recognizers")

    def lemma_is_text(document: Any) -> Any:  # noqa: ANN401 - a type of a package that is not installed here
        words, spaces = [word.text for word in document], [bool(word.whitespace_) for word in document]
        return type(document)(document.vocab, words=words, spaces=spaces, lemmas=words)

    spacy.language.Language.component("lemma_is_text", func=lemma_is_text)
    blank = spacy.blank("xx")
    blank.add_pipe("lemma_is_text")
    nlp = engines.SpacyNlpEngine(models=[{"lang_code": "ko", "model_name": "blank"}])
    nlp.nlp = {"ko": blank}
    registry = analyzer.RecognizerRegistry(supported_languages=["ko"])
    registry.recognizers.clear()
    names = ("KrRrn", "KrFrn", "KrBrn", "KrPassport", "KrDriverLicense", "Email", "Ip", "CreditCard")
    for name in names:
        registry.add_recognizer(getattr(known, f"{name}Recognizer")(supported_language="ko"))
    registry.add_recognizer(known.PhoneRecognizer(supported_language="ko", supported_regions=("KR",)))
    engine = analyzer.AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["ko"])
    return lambda text: [
        (_PRESIDIO.get(one.entity_type, one.entity_type), one.start, one.end)
        for one in engine.analyze(text, language="ko")
    ]


def rust() -> Callable[[str], list[Span]]:
    """Return rust_pii_transformer as it comes."""
    package = importlib.import_module("rust_pii_transformer")
    return lambda text: [
        (_RUST.get(one.entity, one.entity), one.source.char_start, one.source.char_end)
        for one in package.detect(text).findings
    ]


def korcen() -> Callable[[str], list[Span]]:
    """Return korcen as it comes: it tells whether there is a prohibited word, not where."""
    package = importlib.import_module("korcen.korcen")
    return lambda text: [("WORD", 0, len(text))] if package.check(text) else []


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main(name: str) -> None:
    """Answer until the input ends."""
    before, started = _megabytes(), time.perf_counter()
    detect = {"presidio": presidio, "rust_pii_transformer": rust, "korcen": korcen}[name]()
    detect("010-1234-5678")
    _say({"seconds": time.perf_counter() - started, "megabytes": _megabytes() - before})
    for line in sys.stdin:
        text = json.loads(line)
        begun = time.thread_time_ns()
        found = detect(text)
        _say({"found": found, "ns": time.thread_time_ns() - begun})


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
