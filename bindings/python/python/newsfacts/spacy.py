"""A component for spaCy: ``nlp.add_pipe("newsfacts")`` gives ``doc._.facts`` (the fact sheet) and ``doc.spans["facts"]``.

``import newsfacts.spacy`` registers it. Each span has the kind of its figure as label and its fact as ``span._.fact``. Needs spaCy.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span

from . import analyze


def _extend():
    for owner, name in ((Doc, "facts"), (Doc, "reference_date"), (Span, "fact")):
        if not owner.has_extension(name):
            owner.set_extension(name, default=None)


@Language.factory("newsfacts", default_config={"country": None})
def create(nlp, name, country):
    """The component; the date of an article may be given before as ``doc._.reference_date``."""
    _extend()

    def component(doc):
        sheet = analyze(doc.text, date=doc._.reference_date, country=country)
        spans = []
        for fact in sheet.facts:
            # Figures that begin or end inside a token take the whole of it.
            span = doc.char_span(fact.span.start, fact.span.end, label=fact.kind, alignment_mode="expand")
            if span is not None:
                span._.fact = fact
                spans.append(span)
        doc.spans["facts"] = spans
        doc._.facts = sheet
        return doc

    return component
