"""Who did what to whom, where, when, and who says so: read from whole articles."""

import pytest
from tests.extraction.contexts import context, figures, speaker

from figurecheck.model import Action


@pytest.mark.parametrize(
    ("text", "quote", "action"),
    [
        ("Seventeen people were killed in Dembe.", "Seventeen", "kill"),
        ("Two shells on the market killed 9 and hurt 21.", "9", "kill"),
        ("Two shells on the market killed 9 and hurt 21.", "21", "injure"),
        ("Ninety evacuees from the villages of Orrin and Vell were killed.", "Ninety", "kill"),
        ("Two nurses were among six people killed in Dembe.", "Two nurses", "kill"),
        ("The three men killed included a guard.", "three", "kill"),
        ("The dead included 14 miners.", "14", "kill"),
        ("Those killed included 14 miners.", "14", "kill"),
        ("12 villagers killed 30 wounded in Dembe blast", "12", "kill"),
        ("A bomber killed 12 people wounded 30 on Monday.", "12", "kill"),
        ("15 killed 20 wounded in Dembe", "15", "kill"),
        ("Nine die in Dembe fire", "Nine", "kill"),
        ("Nine men were hanged in Dembe.", "Nine", "kill"),
        ("One sailor remains hospitalised, the navy said.", "One", "hospitalise"),
        ("Four boys were hit by gunfire in Dembe.", "Four", "kill_or_injure"),
        ("The ministry confirmed 54 cases of cholera.", "54", "infect"),
        ("The blast killed seventeen people.", "seventeen", "kill"),
        ("A shell hit the market, killing 9 and injuring 21.", "9", "kill"),
        ("A shell hit the market, killing 9 and injuring 21.", "21", "injure"),
        ("The crash left one dead and four other people hurt.", "four", "injure"),
        ("Up to 40 feared dead in warehouse fire", "40", "kill"),
        ("Two nurses and five patients were wounded.", "Two", "injure"),
        ("The death toll rose to 53.", "53", "kill"),
        ("A death toll of 34 was given.", "34", "kill"),
        ("Some 8 people, including two children, were injured.", "two", "injure"),
        ("The killing of 14 farmers shook the valley.", "14", "kill"),
        ("About 700,000 soldiers killed or wounded is the estimate.", "700,000", "kill_or_injure"),
        ("Crews shot down 37 missiles.", "37", "intercept"),
        ("The interception of 37 missiles by the navy took an hour.", "37", "intercept"),
        ("Tamra launched 60 drones and 12 missiles.", "12", "launch"),
        ("Some 300 homes were destroyed.", "300", "destroy"),
        ("The firm laid off 200 workers.", "200", "lay_off"),
        ("Police arrested 15 protesters.", "15", "arrest"),
        ("He was charged with three counts of fraud.", "three", "charge"),
        ("Four people were taken to the Korbu hospital.", "Four", "hospitalise"),
        ("Two gunmen in a van opened fire.", "Two", "attack"),
        ("Three attacks were recorded.", "Three", "attack"),
        ("Sales fell 12 percent.", "12 percent", "fall"),
        ("The boy is 12 years old.", "12", "measure"),
        ("Crews shot down 37 drones launched at Kerrin.", "37", "intercept"),
        ("Police arrested 12 men accused of killing a guard.", "12", "arrest"),
        ("Tamra suffered 900 soldiers killed or wounded.", "900", "kill_or_injure"),
        ("Forty of the 90 passengers were killed.", "Forty", "kill"),
        ("Five men shot and killed in Dembe", "Five", "kill"),
        ("Five others are in the hospital.", "Five", "hospitalise"),
        ("Two in hospital after Dembe crash", "Two", "hospitalise"),
        ("The plant has about 210 staff.", "210", "employ"),
        ("Troops recovered 11 rifles.", "11", "capture"),
        ("It will take a charge of $85 million.", "$85", "cost"),
        ("Forty of the 90 passengers were killed.", "90", "other"),
        ("Of 84 drones launched, 36 were shot down.", "84", "launch"),
        ("Of 84 drones launched, 36 were shot down.", "36", "intercept"),
    ],
)
def test_the_action_is_read_in_every_voice(text: str, quote: str, action: str) -> None:
    assert context(text, quote).action == Action(action)


def test_those_shot_were_hurt_where_copy_tells_of_wounds_and_no_death() -> None:
    assert context("Five people were shot in Almera.", "Five").action is Action.KILL_OR_INJURE
    assert context("Five people were shot in Almera. All were taken to hospital.", "Five").action is Action.INJURE
    deadly = "Five people were shot in Almera. Two of them died."
    assert context(deadly, "Five").action is Action.KILL_OR_INJURE


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("There were 21 injuries in Kenyan air raids.", "21", "Kenya"),
        ("Rebels killed 12 farmers.", "12", "Rebels"),
        ("Gunmen stormed a bank and later shot 12 men.", "12", "Gunmen"),
        ("Police shot and killed 12 men.", "12", "Police"),
        ("Fighters of the Northern League shot dead 12 farmers.", "12", "Northern League"),
        ("Two farmers were killed by carjackers.", "Two", "carjackers"),
        ("Five men have been charged by Tamra prosecutors.", "Five", "Tamra prosecutors"),
        ("Some 12 farmers were killed by rebels.", "12", "rebels"),
        ("Kenyan air strikes killed 12 farmers.", "12", "Kenya"),
        ("Kenya's defence ministry reported intercepting 12 drones.", "12", "Kenya"),
        ("Kenya's air force confirmed that it shot down 12 drones.", "12", "Kenya"),
        ("Kenya claimed to intercept 12 drones.", "12", "Kenya"),
        ("Officials accused Peru of killing 12 farmers.", "12", "Peru"),
        ("The militia stormed a camp, killing 12.", "12", "militia"),
        ("Missiles from the Kenyan frigate Almera brought down 12 drones fired by rebels.", "12", "Almera"),
        ("An earthquake killed 12 farmers.", "12", None),
        ("A landslide buried a bus, killing 12.", "12", None),
    ],
)
def test_the_actor_is_who_acts_or_whose_tool_it_is(text: str, quote: str, actor: str | None) -> None:
    assert context(text, quote).actor == actor


def test_what_was_intercepted_belongs_to_somebody() -> None:
    found = context("Kenya's air force shot down 12 Peruvian drones overnight.", "12")
    assert (found.actor, found.target) == ("Kenya", "Peru")


def test_what_is_launched_has_a_target() -> None:
    assert context("Kenya launched 60 drones at Peru overnight.", "60").target == "Peru"


def test_casualties_of_an_attack_share_what_it_hit() -> None:
    assert context("Gunmen attacked a checkpoint in Dembe, killing 12.", "12").target == "checkpoint"


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("A tram derailed in Lisbon, killing 12 people.", "12", "Lisbon"),
        ("A tram derailed in Lisbon. Twelve people were killed.", "Twelve", "Lisbon"),
        ("Elsewhere, a bus crash in Porto killed 12 people.", "12", "Porto"),
    ],
)
def test_the_place_is_of_the_sentence_or_of_the_one_before(text: str, quote: str, place: str) -> None:
    assert context(text, quote).place == place


def test_a_headline_takes_place_and_day_from_the_same_count_below() -> None:
    text = "KORBU - Nine people were killed on Monday when a bridge fell in the village of Almera."
    found = context(text, "Nine", title="Nine killed in bridge fall", where="title")
    assert found.place == "Almera"
    assert found.when is not None
    assert found.when.start == "2025-03-10"


def test_a_part_of_a_day_is_joined_to_its_day() -> None:
    when = context("Kenya launched 60 drones in overnight raids on Tuesday.", "60").when
    assert when is not None
    assert (when.text, when.start) == ("overnight … on Tuesday", "2025-03-11")


def test_the_time_of_telling_is_not_the_time_of_the_event() -> None:
    found = context("Nine people were killed on Monday, police said on Tuesday.", "Nine").when
    assert found is not None
    assert found.start == "2025-03-10"
    emerged = context("Nine people were killed on Monday, it emerged on Tuesday.", "Nine").when
    assert emerged is not None
    assert emerged.start == "2025-03-10"


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Nine people were hurt, police said.", "Nine", "police"),
        ("The mayor said six were hurt, but the survey in Korbu, Peru, said nine people were hurt.", "nine", "survey"),
        ("The Korbu Institute puts the toll at nine.", "nine", "Korbu Institute"),
        ("The seismological centre said nine people were hurt.", "nine", "seismological centre"),
        ("Nine people were hurt, said police Sgt. Ana Ortega.", "Nine", "Ana Ortega"),
        ("According to the Korbu Times, nine people were hurt.", "nine", "Korbu Times"),
        ("The ministry said nine people were hurt.", "nine", "ministry"),
        ("Ana Ortega, the mayor, said nine people were hurt.", "nine", "Ana Ortega"),
        ("The chief of staff Sir Tom Hale said nine people were hurt.", "nine", "Tom Hale"),
        ("According to data from the Korbu Survey, nine people were hurt.", "nine", "Korbu Survey"),
        ("Nine people were hurt when a wall fell.", "Nine", None),
        ("The war claimed forty lives.", "forty", None),
        ("Some 15,000 people marched, organisers said; police put the crowd at 6,000.", "15,000", "organisers"),
        ("Some 15,000 people marched, organisers said; police put the crowd at 6,000.", "6,000", "police"),
        ("Six people died, police said, and 12 were hurt.", "Six", "police"),
        ("Six people died, police said, and 12 were hurt.", "12", "police"),
        ("Six people died, police said, while hospital staff said nine had died.", "nine", "hospital staff"),
        ("Twelve people were hurt, the fire service said; three are in intensive care.", "three", "fire service"),
        ("The union said 90% had walked out, but only 40% had, the company said.", "40%", "company"),
        ("Tamra fired 180 missiles at Dembe, the Dembe military said.", "180", "Dembe military"),
    ],
)
def test_the_speaker_is_the_source(text: str, quote: str, name: str | None) -> None:
    assert speaker(text, quote) == name


def test_a_surname_is_given_in_full_as_the_article_gives_it() -> None:
    text = "Mayor Ana Ortega spoke first. Nine people were hurt, Ortega said."
    assert speaker(text, "Nine") == "Ana Ortega"


def test_a_pronoun_stands_for_who_spoke_before() -> None:
    text = "Ana Ortega said the wall fell at noon. She said nine people were hurt."
    assert speaker(text, "nine") == "Ana Ortega"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya said it shot down nine drones.", "stated"),
        ("Kenya claimed to intercept nine drones.", "claimed"),
        ("Officials accused Peru of killing nine farmers.", "claimed"),
        ("Kenya confirmed that it shot down nine drones.", "confirmed"),
        ("The army denied that nine soldiers were killed.", "denied"),
        ("Some nine people are believed to have been killed.", "unconfirmed"),
        ("Some nine people were reportedly killed.", "stated"),
    ],
)
def test_the_stance_is_that_of_the_word_of_saying(text: str, stance: str) -> None:
    said = context(text, "nine").attribution
    assert said is not None
    assert said.stance == stance


def test_a_long_past_toll_is_not_placed_in_the_event_of_the_day() -> None:
    text = (
        "A shell killed nine people on Monday in the Chilean town of Almera. "
        "More than 40,000 people have been killed since the war began in 2011."
    )
    assert context(text, "40,000").place == "Chile"


def test_context_is_the_same_every_time() -> None:
    text = "Rebels killed 12 farmers in Dembe on Monday, police said. The mayor said 9 were hurt."
    assert figures(text) == figures(text)


@pytest.mark.parametrize(
    ("text", "when", "day"),
    [
        ("Nine drones fell on Dembe overnight on Monday.", "overnight on Monday", "2025-03-10"),
        ("Nine drones fell on Dembe overnight, police said on Monday.", "overnight … on Monday", "2025-03-10"),
        ("Nine drones fell on Dembe overnight, police said.", "overnight", "2025-03-12"),
    ],
)
def test_a_night_is_that_of_the_day_named_behind_it(text: str, when: str, day: str) -> None:
    found = context(text, "Nine").when
    assert found is not None
    assert (found.text, found.start, found.end) == (when, day, day)


def test_a_title_whose_mark_is_lost_closes_with_its_source() -> None:
    body = "Raids killed 10 people in Almera, the Libra Observatory said."
    said = context(body, "10", title="Raids kill 10 in camp NGO", where="title").attribution
    assert said is not None
    assert said.speaker == "Libra Observatory"


def test_what_the_next_sentence_says_nobody_could_verify_is_unconfirmed() -> None:
    told = "Rebels said they had taken three villages."
    for doubt in ("The claim could not be verified.", "The agency was unable to verify the account."):
        said = context(f"{told} {doubt}", "three").attribution
        assert said is not None
        assert said.stance == "unconfirmed"
    said = context(f"{told}\n\nThe claim could not be verified.", "three").attribution
    assert said is not None
    assert said.stance == "stated"


def test_the_day_of_the_lead_is_that_of_the_event_not_a_later_sentence_s() -> None:
    body = "A blast killed 12 people in Korbu. It went off on Tuesday.\n\nRebels shot nine men in Almera on Monday."
    when = context(body, "12").when
    assert when is not None
    assert when.start == "2025-03-11"


def test_a_day_before_a_word_of_saying_is_that_of_telling() -> None:
    body = "Gunmen killed four men on Sunday. Officials on Tuesday identified the dead. Six others were wounded."
    when = context(body, "Six").when
    assert when is not None
    assert when.start == "2025-03-09"


def test_a_town_of_the_lead_gives_way_to_the_spot_that_the_opening_names() -> None:
    body = "Two men were shot dead in Halden on Monday.\n\nOfficers were called to a house on Elm Street at noon."
    assert context(body, "Two men").place == "Elm Street"
