"""For which state a speaker speaks, if for any."""

import pytest

from ingest.stages.cast import cast
from ingest.stages.speakers import speakers
from tests.ingest.readings import marked


def spoken_for(text: str, day: str = "2024-08-07") -> list[str | None]:
    """Return the codes of those for whom the last attribution's speakers speak."""
    reading = marked(text, "", day)
    cast(reading)
    speakers(reading)
    return [party.country for party in reading.attributions[-1].speakers]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # a militia is no state, nor is its spokesman's post
        ("<Houthi military spokesman Yahya Saree> [said] {ships were hit off Yemen}.", None),
        ("<Taliban spokesman Zabihullah Mujahid> [said] {Kabul was calm}.", "AF"),
        # somebody unnamed who held a post speaks for nobody now; who is named is heard as one of his state
        ("<A former French ambassador> [said] {France was late}.", None),
        ("Moscow was quiet. <Former President Donald Trump> [said] {Russia had won}.", "US"),
        ("France mourns. <Former president Nicolas Sarkozy> [said] {he was kind}.", "FR"),
        ("<A French ambassador> [said] {France was late}.", "FR"),
        # titles that name no state are the state's where the article plays
        ('"{Trade has grown}," [said] <Li Fei, vice-minister of commerce>. China is glad.', "CN"),
        ("Kenya mourns. <Jane Doe, spokesperson for the provincial governor>, [said] {it was a fire}.", "KE"),
        ("Lebanon mourns. <The army> [said] {it would stay}.", "LB"),
        ("Brazil burns. <Amazon Research Institute Director Ane Silva> [said] {it was dry}.", None),
        # who is of a part of the world is of no one state in it
        ("Lebanon mourns. <A Gulf diplomat> [said] {it was over}.", None),
        ("Niger waits. <West African envoys> [said] {it was over}.", None),
        # leaders of whom no other meeting is told are those of the body
        ("# ASEAN leaders meet\nMyanmar burns. <Southeast Asian leaders> [condemned] {the attack}.", "ASEAN"),
        ("Joe Biden praised the G7 leaders. <Leaders> [discussed] {trade}.", "G7"),
        # officials of an administration are the White House's
        ("Russia waits. <A senior administration official> [said] {it was over}.", "US"),
        # his government is that of the state for which he speaks
        ("India waits. President Mohamed Muizzu won. <His government> [said] {no}.", "MV"),
        # a provincial government is its state's; who sits in an assembly too, whatever his party
        ("Kenya mourns. <The local government of Riverside> [said] {it was a fire}.", "KE"),
        ("India votes. <A lawmaker of the BJP> [said] {it was a fine day}.", "IN"),
        ("India votes. <BJP spokesman Ram Singh> [said] {it was a fine day}.", None),
        # a body of somebody known is his state's
        (
            "US ships left. President Recep Tayyip Erdogan spoke. <Erdogan's office> [said] {it was over}.",
            "TR",
        ),
        ("US ships left. President Rodrigo Duterte spoke. <The Duterte government> [said] {no}.", "PH"),
        # the headline tells more of where it plays than a list in the text
        (
            "# Slovakia's ministers fall ill\nFrance had cases too. "
            "<A health minister> [said] {masks were to be worn}.",
            "SK",
        ),
        # and where no state is named at all, who is known does
        ("President Yoon Suk-yeol was abroad. <Health Minister Jane Doe> [said] {it was a fire}.", "KR"),
        # or a body that is known; words that are names too (No, of North Korea's minister) tell nothing
        ("No rain fell. The BJP was uneasy. <Water Minister Jane Doe> [said] {it was dry}.", "IN"),
        ("India votes. <Riverside MLA Jane Doe> [said] {it was a fine day}.", "IN"),
        # a state under its full name and its letters
        (
            "They spoke closely on the Democratic People's Republic of Korea (DPRK). "
            "<The DPRK> [said] {it was ready}.",
            "KP",
        ),
        ("<The European side> [said] {tariffs would stay}.", "EU"),
        ("Dublin listened. <Taoiseach Simon Harris> [said] {Ireland was ready}.", "IE"),
    ],
)
def test_for_whom(text: str, code: str | None) -> None:
    assert spoken_for(text) == [code]
