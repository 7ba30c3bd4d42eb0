"""Invented news without end: events told by several outlets, for measuring how cost grows with size."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from figurecheck.model import Article

PLACES = (
    "Fellmore",
    "Tamra",
    "Port Ellery",
    "Verrane",
    "Liskmouth",
    "Corran",
    "Dembe",
    "Ostrava Bay",
    "Norhaven",
    "Quill",
)
OUTLETS = ("Northgate Wire", "The Meridian Post", "Cape Dispatch", "The Harbour Ledger", "The Inland Courier")
QUARTERS = ("old town", "harbour", "northern suburbs", "market district", "university quarter", "valley above the town")
TELLINGS = (
    (
        "{toll} people were killed and {hurt} injured in {what} in the {where} of {place} on {day}, {who} said.",
        "At least {toll} people died and {hurt} were hurt on {day} in {what} in the {where} of {place}, {who} said.",
        "{What} killed {toll} people and wounded {hurt} others in the {where} of {place} on {day}, {who} said.",
    ),
    (
        "About {moved:,} residents were evacuated, and {homes} homes were damaged.",
        "Some {moved:,} people had to leave their homes, {homes} of which were destroyed.",
        "More than {moved:,} people were moved to schools and sports halls.",
    ),
    (
        "The damage may reach ${cost:.1f} million, the {place} council said.",
        "Repairs will cost ${cost:.1f} million and take {weeks} weeks, the council of {place} said.",
        "Unemployment in {place} rose to {rate:.1f}% last year from {before:.1f}%.",
    ),
)
FILLER = (
    "Residents said that they had never seen anything like it, and that help had come late.",
    "The mayor called for calm and thanked the rescue workers who had come from neighbouring towns.",
    "An inquiry into what went wrong will begin when the last of the missing have been found.",
    "Roads around the town stayed closed, and trains were held at the stations on either side of it.",
)
HAPPENINGS = ("a fire", "a flood", "a bus crash", "a shooting", "a landslide", "a gas explosion", "an earthquake")
SPEAKERS = ("police", "the interior ministry", "the fire service", "hospital officials")
START = datetime(2020, 1, 1, 6, tzinfo=UTC)


def articles(count: int, seed: int = 1, days: int = 365 * 5) -> Iterator[Article]:
    """This many articles of so many days, three to an event, each with about five figures; the same for one seed."""
    chance = Random(seed)
    for number in range(0, count, 3):
        event = _event(chance, days)
        for telling in range(min(3, count - number)):
            yield _article(chance, event, f"synthetic-{seed}-{number + telling}")


def text(length: int, seed: int = 1) -> str:
    """A text of at least this many characters, figures in it as thick as in news."""
    parts: list[str] = []
    size = 0
    for article in articles(length, seed):
        parts.append(article.text)
        size += len(article.text) + 2
        if size >= length:
            break
    return "\n\n".join(parts)


def _event(chance: Random, days: int) -> dict[str, object]:
    rate = chance.uniform(3, 12)
    return {
        "time": START + timedelta(hours=chance.randrange(24 * days)),
        "place": chance.choice(PLACES),
        "where": chance.choice(QUARTERS),
        "what": chance.choice(HAPPENINGS),
        "who": chance.choice(SPEAKERS),
        "toll": chance.randrange(2, 60),
        "hurt": chance.randrange(2, 300),
        "moved": chance.randrange(10, 90) * 100,
        "homes": chance.randrange(2, 400),
        "cost": chance.uniform(1, 90),
        "weeks": chance.randrange(2, 12),
        "rate": rate,
        "before": rate - chance.uniform(0.2, 2),
    }


def _article(chance: Random, event: dict[str, object], name: str) -> Article:
    time = event["time"]
    assert isinstance(time, datetime)
    told = event | {"day": f"{time:%A}", "What": str(event["what"]).capitalize()}
    if chance.random() < 0.1:
        told["toll"] = chance.randrange(2, 60)
    sentences = [
        part for tellings in TELLINGS for part in (chance.choice(tellings).format_map(told), chance.choice(FILLER))
    ]
    dateline = f"{str(event['place']).upper()}, {time:%B} {time.day} - "
    return Article(
        id=name,
        title=f"{told['What']} in {event['place']}",
        source=chance.choice(OUTLETS),
        published=time + timedelta(minutes=chance.randrange(60, 900)),
        text=dateline + "\n\n".join(sentences),
    )
