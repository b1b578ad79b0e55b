"""Learns the weights and writes them into `ilson/rules/names`; `--hold-out` keeps statutes to measure with."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

from ilson.guard.name_lexicon import Lexicon, Weights
from ilson.guard.names import Names
from training import learn, measure, read
from training.invent import DATA, Inventor

ROOT = Path(__file__).parent.parent
RULES = ROOT / "ilson" / "rules" / "names"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guard", type=Path, default=ROOT.parent / "shared" / "guard", help="folder with KLUE-NER")
    parser.add_argument("--law", type=Path, default=ROOT.parent / "shared" / "law", help="folder with statutes")
    parser.add_argument("--generated", type=Path, nargs="*", default=[], help="more documents, JSON lines with spans")
    parser.add_argument("--marked", type=Path, nargs="*", default=[], help="sets of marked texts to measure with")
    parser.add_argument("--texts", type=int, default=6000, help="how many texts to make up")
    parser.add_argument("--hold-out", action="store_true", help="leave a third of the statutes for measuring")
    parser.add_argument("--out", type=Path, default=RULES, help="where the weights go")
    parser.add_argument("--seed", type=int, default=20261125)
    return parser.parse_args()


def _no_names() -> list[str]:
    lines = (DATA / "no_names.txt").read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def main() -> int:
    """Learn, write, measure."""
    given = _arguments()
    started = monotonic()
    (RULES / "words.txt").touch()
    lexicon = Lexicon.load(RULES)
    news = read.klue(given.guard)
    laws = read.statutes(given.law, held_out=False if given.hold_out else None)
    learnt = news[: read.KLUE_LEARN]
    runs = learn.runs([*laws, *learnt], lexicon)
    inventor = Inventor(RULES, given.seed, [text.text for text in laws], runs)
    invented = [inventor.text() for _ in range(given.texts)]
    invented += [text for path in given.generated for text in read.generated(path)]
    people = [text.text[start:end] for text in learnt for start, end in text.names if 3 <= end - start <= 4]
    people += [inventor.name() for _ in range(20_000)]
    words = learn.common([*laws, *learnt], lexicon, _no_names())
    lexicon = learn.with_words(lexicon, words)
    abroad = [
        text.text[start:end]
        for text in learnt
        for start, end in text.names
        if end - start > 4 or (end - start > 2 and text.text[start] not in lexicon.surnames)
    ]
    odds = learn.foreign([*lexicon.foreign, *abroad], [text.text for text in [*laws, *learnt, *invented]])
    syllables = Weights.of_syllables({}, *learn.syllables(people, [*laws, *learnt], lexicon), odds)
    words |= learn.strange([*laws, *learnt], syllables) - lexicon.foreign
    lexicon = learn.with_words(lexicon, words)
    learner = learn.Learner(lexicon, syllables, given.seed)
    renamed = [inventor.renamed(text) for text in learnt * 2 if text.names]
    for some, labelled in ((learnt, 0.5), (renamed, 0.3), (laws, 0.5), (invented, 0.6)):
        for text in some:
            learner.add(text, labelled=labelled)
    print(f"{monotonic() - started:.0f} s of reading", flush=True)
    weights = replace(syllables, of=learner.fit())
    given.out.mkdir(exist_ok=True)
    learn.write(given.out, weights, words)
    print(f"{len(weights.of)} weights after {monotonic() - started:.0f} s")
    _measure(Names(lexicon, weights), given, news[read.KLUE_LEARN :])
    return 0


def _measure(names: Names, given: argparse.Namespace, news: list[read.Text]) -> None:
    recall, precision, count = measure.full_names(names, news, names.lexicon)
    print(f"KLUE full names: recall {recall:.3f}, precision of all {precision:.3f}, n={count}")
    if given.hold_out:
        rate, wrong = measure.false_in_statutes(names, read.statutes(given.law, held_out=True))
        print(f"false names in statutes not learnt from: {rate:.1f} per MB", *wrong[:60], sep="\n  ")
    sets = {path.name: list(read.marked(path)) for path in given.marked}
    sets["dev.jsonl"] = list(read.generated(given.guard / "dev.jsonl"))
    for name, texts in sets.items():
        for labels in (True, False):
            precision, recall, middle, count = measure.marked(names, texts, labels=labels)
            print(f"{name} labels={labels}: P {precision:.3f} R {recall:.3f} F1 {middle:.3f} n={count}")


if __name__ == "__main__":
    sys.exit(main())
