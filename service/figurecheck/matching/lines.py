"""The figures of an article as they are compared; each sentence is read once for all of its figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from figurecheck.matching.actors import action, actor, person, roles, speaks
from figurecheck.matching.around import around
from figurecheck.matching.company import accompanied
from figurecheck.matching.heirs import inherited
from figurecheck.matching.holder import holder
from figurecheck.matching.levels import told
from figurecheck.matching.line import Line
from figurecheck.matching.makers import Makers, makers
from figurecheck.matching.measure import measure
from figurecheck.matching.names import name, nations_in, place_name
from figurecheck.matching.parts import Fellows, part
from figurecheck.matching.predicates import befallen, being, predicate
from figurecheck.matching.retold import retold
from figurecheck.matching.said import Said
from figurecheck.matching.scope import clause, scope
from figurecheck.matching.singles import PERSON, singles
from figurecheck.matching.stale import Stale, stale
from figurecheck.matching.trade import Trade, trade
from figurecheck.matching.words import listed, plain, reader
from figurecheck.model import Action, Article, Figure, Kind, Subject, When
from figurecheck.rulebook import Rulebook, tags
from figurecheck.rulebook.actions import ActionClass, VerbSense
from figurecheck.rulebook.matching import MatchingRules


def lines(article: Article, figures: Sequence[Figure], lead: frozenset[int], book: Rulebook) -> tuple[Line, ...]:
    """The figures as they are compared, in their order; `lead` are the kinds of event that the article leads with."""
    fellows, sentences = Fellows(article, figures), dict[tuple[str, tuple[int, int]], Said]()
    read = []
    for figure in figures:
        said = sentences.get((figure.where, figure.sentence))
        if said is None:
            said = Said(fellows.text(figure), figure.sentence, book)
            sentences[figure.where, figure.sentence] = said
        read.append(_line(figure, said, fellows, lead, book))
    read = list(_made(read, {"body": makers(article.text, book), "title": makers(article.title or "", book)}, book))
    found = accompanied(retold(inherited(befallen(read, book), book.matching.vague)), book.matching)
    return tuple(replace(line, told=told(line, book.matching)) for line in found)


def _made(read: Iterable[Line], told: Mapping[str, Makers], book: Rulebook) -> Iterator[Line]:
    """The figures with whoever made the poll or index that they are from: those named in the sentence, or for shares
    the only one of the article."""
    only = Makers((*told["title"].made, *told["body"].made)).only
    for line in read:
        own = told[line.figure.where].of(line.figure.sentence)
        names = own or (only if line.measure.sort in book.matching.asked else own)
        yield replace(line, makers=names) if names else line


def _line(figure: Figure, said: Said, fellows: Fellows, lead: frozenset[int], book: Rulebook) -> Line:
    rules, subject, context = book.matching, figure.subject, figure.context
    before, after = said.before(figure.start), said.after(figure.end)
    written = _plain(" ".join((*subject.modifiers, subject.text or "")))
    counted = list(map(reader(book.words, rules), (*written, *_plain(figure.quote))))
    share, set_aside = part(figure, said, before, fellows, book), stale(figure, said, before, book)
    measured = measure(figure, book.tolerance, book.measures.per_adjectives)
    head, modifiers = _noun(subject, measured.sort, rules)
    heads = [subject.head or "", *(book.words.noun(word.lower()) or word.lower() for word in subject.modifiers)]
    line = Line(
        id=figure.id,
        figure=figure,
        measure=measured,
        crowd=(measured.family, measured.unit or head),
        head=head,
        modifiers=modifiers,
        kin=_kin(head or "", modifiers, rules),
        concept=subject.concept,
        person=person(figure, book),
        action=action(figure, after, book),
        actor=actor(context, said, book),
        target=name(context.target, book),
        place=None if rules.extents["world"].search(said.text) else place_name(context.place, book),
        speaker=speaks(context, book),
        owner=nations_in(written, book.lexicon.nations),
        days=_days(context.when),
        groups=frozenset(i for head in heads for i in rules.part_of.get(head, ())),
        camps=frozenset(i for head in heads for i in rules.camp_of.get(head, ())),
        around=around(figure.start, before, after, rules),
        scope=scope((figure.start, figure.end), said, (before, after), counted, head, rules),
        share=share,
        partial=share.part or share.on_top,
        stale=set_aside,
        older=set_aside != Stale.NO,
        singles=singles(before, after, book),
        gunman=said.gunman,
        makers=frozenset(),
        withheld=said.withheld,
        elsewhere=said.elsewhere,
        roles=roles(figure, before, after, book),
        holder=holder(said, (figure.start, figure.end), fellows.last_alike(figure), book),
        trade=_trade(figure, said, book),
        kinds=said.kinds or lead,
        led=not said.kinds,
        deeds=_deeds(figure, said, book),
        nations=said.nations,
        weekdays=said.weekdays,
        another=said.another,
    )
    return being(line, predicate(after, book), book)


def _plain(text: str) -> list[str]:
    """The words of a text without their possessive endings."""
    return [plain(token) for token in listed(text) if token[0].isalpha()]


def _noun(subject: Subject, sort: str, rules: MatchingRules) -> tuple[str | None, frozenset[str]]:
    """The noun of what is counted, and what stands before it; a percentage of body fat is of fat."""
    head, before = subject.head and subject.head.lower(), [word.lower() for word in subject.modifiers]
    if head in rules.measuring and sort in rules.topical:
        head = before.pop() if before else None
    return head, frozenset(before)


def _trade(figure: Figure, said: Said, book: Rulebook) -> Trade | None:
    """Who has what the figure tells of change hands, in its clause."""
    if said.words.isdisjoint(book.matching.exchanges):
        return None
    first, last = clause((figure.start, figure.end), said)
    return trade([token for token in said.tokens if first <= token.start < last], book)


_COARSE = (Action.EXIST, Action.OTHER)
"""Actions whose finer classes are told apart: aboard and in stock, trapped and deported."""


def _deeds(figure: Figure, said: Said, book: Rulebook) -> frozenset[str]:
    """What its clause says was done, by the finer classes of actions that have no action of the wire contract."""
    told, acts = figure.context.action, book.lexicon.actions
    if told not in _COARSE or figure.kind is not Kind.COUNT:
        return frozenset()
    first, last = clause((figure.start, figure.end), said)
    around = (token for token in said.tokens if first <= token.start < last and token.alpha)
    words = [
        token.word
        for token in around
        if not figure.start <= token.start < figure.end and not book.words.tags(token.word.low) & tags.DET
    ]
    found = [acts.adjectives.get(word.low) or _act(acts.verbs.get(word.lemma)) for word in words]
    found += [_act(acts.objects.get(word.lemma, {}).get(PERSON)) for word in words]
    for one, other in pairwise(words):  # "24 labourers cut off by a rockfall", "320 people on the boat"
        found.append(_act(acts.objects.get(f"{one.lemma} {other.low}", {}).get(PERSON)))
        found.append(acts.adjectives.get(f"{one.low} {other.low}"))
    return frozenset(act.name for act in found if act is not None and act.action in _COARSE and act.name not in _COARSE)


def _act(sense: VerbSense | None) -> ActionClass | None:
    return sense.act if sense is not None else None


def _kin(head: str, modifiers: Iterable[str], rules: MatchingRules) -> frozenset[int]:
    """The words that copy uses for one another, by their number: jobs and workers, members and member states."""
    terms = (head, *(f"{modifier} {head}" for modifier in modifiers))
    return frozenset(i for term in terms for i in rules.kin_of.get(term, ()))


def _days(when: When | None) -> tuple[str, str] | None:
    return (when.start[:10], (when.end or when.start)[:10]) if when and when.start else None
