"""The context of each figure of a sentence: who did what to whom, where, when, and who says so."""

from collections.abc import Sequence

from figurecheck.extraction.action import TOPICAL, Deeds
from figurecheck.extraction.agency import Agency
from figurecheck.extraction.conversions import share_contexts
from figurecheck.extraction.deeds import LIVE, STRUCK, UNPLACED
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.government import Governor
from figurecheck.extraction.predicates import Government
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.setting import Setting
from figurecheck.extraction.speaking import Speaking
from figurecheck.extraction.story import Story, Told
from figurecheck.extraction.targets import Targets
from figurecheck.extraction.topics import Topics
from figurecheck.rulebook import Rulebook


def read_context(
    sentence: Sentence, drafts: Sequence[Draft], story: Story, rulebook: Rulebook, *, title: bool = False
) -> None:
    """Fills actor, action, target, place, when and attribution of a sentence's figures, and tells the story of them.

    What the sentence leaves out and other figures of the article give is filled in by `settle`, once all are read.
    """
    reading = story.reading(sentence, frozenset(draft.first for draft in drafts))
    governor = Governor(reading.clauses, drafts, rulebook)
    paragraph = -1 if title else story.text.rfind("\n", 0, sentence.start)
    opens = title or story.opens(sentence.start)
    governments: list[Government] = []
    for at in range(len(drafts)):
        governments.append(governor.of(at, governments))
    agency = Agency(reading, drafts, governments, story, rulebook)
    targets = Targets(reading, drafts, story, rulebook)
    setting = Setting(reading, drafts, story, title=title)
    speaking = Speaking(reading, story, rulebook.roles, title=title)
    deeds = Deeds(reading, story, rulebook)
    for draft, government in zip(drafts, governments, strict=True):
        is_deed = deeds.of_head(draft) in STRUCK
        draft.action = deeds.action(draft, government)
        draft.when = setting.when(draft)
        recent = setting.is_recent(draft.when)
        main = recent and draft.action in LIVE and not deeds.past and not deeds.elsewhere
        before = story.when_before(sentence.start) if main and not title and draft.when is None else None
        own = None if draft.kind in UNPLACED else setting.own_place(draft)
        draft.place = setting.place(draft, own, main=main, past=deeds.past)
        actor = agency.actor(draft, government, is_deed=is_deed)
        draft.actor = actor.name
        draft.target = targets.target(draft, government, is_deed=is_deed)
        draft.attribution = speaking.of(draft)
        if draft.shared:
            _remember(draft)
        story.told.append(
            Told(draft, title, opens, main, own, actor.open and main, recent, deeds.then, paragraph, before)
        )
    Topics(reading.clauses, rulebook).read(drafts)
    for draft in drafts:
        if draft.kind in TOPICAL:
            draft.action = deeds.of_topic(draft)
    share_contexts(drafts)


def _remember(draft: Draft) -> None:
    """A whole that only names what its parts are of was told of before: "of the 300" that were launched."""
    before = next((told for link, told in draft.links if link == "same_as"), None)
    if before is not None and before.action is not None:
        draft.action, draft.actor, draft.target = before.action, before.actor, before.target
        draft.place, draft.when = before.place, before.when
