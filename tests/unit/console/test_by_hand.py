"""The page on which a colleague registers what came in outside the chat."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.audit.models import AuditLine
from bot.engine.protocol import EngineAnswer, EngineRequest
from bot.gateway.keys import DATABASE, ENGINES
from bot.knowledge.library import load_library
from bot.registration.models import ContactRecord, OutcomeRecord, QuestionRecord, ReferralRecord
from bot.settings import PROJECT
from bot.statistics.closing import close_month
from bot.statistics.periods import BRUSSELS, Month
from tests.common.registration import add_contact
from tests.unit.console.desk import Desk
from tests.unit.conversations.talk import answered, referral

CALL = {
    "kanaal": "telefoon",
    "doelgroep": "gemeente",
    "gemeente": "Mechelen",
    "onderwerp": "livc",
    "verwijzing": "",
    "afloop": "beantwoord",
    "dag": "",
    "uur": "",
    "nota": "",
}
NOTE = "Preventieambtenaar in Mechelen vraagt vorming, terugbellen: An Peeters op 0470 12 34 56"


async def register(desk: Desk, **changed: str) -> tuple[int, str]:
    return await desk.post("/registreren", **{"nummer": uuid4().hex, **CALL, **changed})


def counted(desk: Desk) -> list[tuple[object, ...]]:
    def read(session: Session) -> list[tuple[object, ...]]:
        found = []
        for one in session.scalars(select(ContactRecord)):
            questions = select(QuestionRecord).where(QuestionRecord.contact_id == one.id)
            topics = {question.id: question.topic for question in session.scalars(questions)}
            referrals = session.scalars(
                select(ReferralRecord).where(ReferralRecord.question_id.in_(topics))
            )
            outcomes = select(OutcomeRecord.outcome).where(OutcomeRecord.contact_id == one.id)
            found.append(
                (
                    *(one.channel, one.audience, one.municipality, sorted(topics.values())),
                    sorted((topics[ref.question_id], ref.contact, ref.by) for ref in referrals),
                    list(session.scalars(outcomes)),
                )
            )
        return found

    return desk.read(read)


def moment(desk: Desk) -> datetime:
    return desk.read(lambda session: session.scalars(select(ContactRecord.opened_at)).one())


def only_id(desk: Desk) -> str:
    return desk.read(lambda session: session.scalars(select(ContactRecord.id)).one())


async def test_a_call_is_counted_as_any_contact_with_a_line_in_the_log(anna: Desk):
    status, html = await register(anna)
    assert status == 200
    assert "Geregistreerd en geteld." in html
    assert counted(anna) == [("telefoon", "gemeente", "12025", ["livc"], [], ["beantwoord"])]
    assert datetime.now(UTC) - moment(anna) < timedelta(minutes=1)
    assert anna.audited()[0] == ("geregistreerd", f"contact:{only_id(anna)}", True)


async def test_a_service_goes_with_the_question_that_the_routing_sends_there(anna: Desk):
    form = [*({**CALL, "nummer": uuid4().hex} | {"verwijzing": "abb"}).items()]
    form.append(("onderwerp", "subsidie_vlaanderen"))
    await anna.client.post("/console/registreren", data=form, headers=anna.headers)
    [(*_, topics, referrals, outcomes)] = counted(anna)
    assert topics == ["livc", "subsidie_vlaanderen"]
    assert referrals == [("subsidie_vlaanderen", "abb", "staff")]
    assert outcomes == ["doorverwezen"]


async def test_a_form_that_is_sent_twice_counts_once(anna: Desk):
    number = uuid4().hex
    for _ in range(2):
        assert (await register(anna, nummer=number))[0] == 200
    assert len(counted(anna)) == 1
    assert [one for one in anna.audited() if one[0] == "geregistreerd"] == [
        ("geregistreerd", f"contact:{number}", True)
    ]


@pytest.mark.parametrize("name", ["Lovendegem", "lovendegem", "LOVENDEGEM "])
async def test_a_former_name_of_a_municipality_is_understood(anna: Desk, name: str):
    await register(anna, gemeente=name)
    assert counted(anna)[0][2] == "44085"


@pytest.mark.parametrize(
    "name", ["Sint-Niklaas", "sint niklaas", "St. Niklaas", "St-Niklaas", "Belsele"]
)
async def test_a_name_may_be_written_in_several_ways(anna: Desk, name: str):
    await register(anna, gemeente=name)
    assert counted(anna)[0][2] == "46021"


@pytest.mark.parametrize(
    "wrong",
    [
        {"gemeente": "Nergensgem"},
        {"onderwerp": "bestaatniet"},
        {"onderwerp": ""},
        {"verwijzing": "bestaatniet"},
        {"afloop": "doorverwezen"},
        {"afloop": "medewerker"},
        {"kanaal": "widget"},
        {"kanaal": "duif"},
        {"doelgroep": "niemand"},
        {"dag": "morgen"},
        {"dag": "2999-01-01"},
        {"dag": "0001-01-01"},
        {"dag": "20261002"},
        {"dag": "2026-W40-1"},
        {"dag": "2026-02-30"},
        {"uur": "half drie"},
        {"uur": "25:00"},
        {"nummer": "../x"},
    ],
    ids=str,
)
async def test_what_cannot_be_is_told_keeps_what_was_typed_and_counts_nothing(
    anna: Desk, wrong: dict[str, str]
):
    status, html = await register(anna, **{"gemeente": "Gent", **wrong})
    assert status == 400
    assert 'class="problem"' in html
    assert wrong.get("gemeente", "Gent") in html
    assert counted(anna) == []


@pytest.mark.parametrize("day", ["2026-02-05", "2024-02-29", "2025-10-26"])
async def test_any_earlier_day_counts_at_noon_unless_an_hour_is_given(anna: Desk, day: str):
    _, html = await register(anna, dag=day)
    assert f"{moment(anna).astimezone(BRUSSELS):%Y-%m-%d %H:%M}" == f"{day} 12:00"
    assert "Geregistreerd en geteld. Het telt op" in html
    number = anna.read(lambda session: session.scalars(select(ContactRecord.id)).one())
    _, html = await anna.get(f"/registreren/{number}")
    assert f'value="{day}"' in html
    await anna.post(f"/registreren/{number}", **{**CALL, "dag": day, "uur": "9:30"})
    assert f"{moment(anna).astimezone(BRUSSELS):%Y-%m-%d %H:%M}" == f"{day} 09:30"


async def test_the_day_is_today_unless_it_is_changed_and_can_be_no_later_one(anna: Desk):
    today = datetime.now(BRUSSELS).date()
    assert f'max="{today}" value="{today}"' in (await anna.get("/registreren"))[1]
    _, html = await register(anna, dag=str(today))
    assert datetime.now(UTC) - moment(anna) < timedelta(minutes=5)
    assert "Het telt op" not in html
    status, html = await register(anna, dag=str(today + timedelta(days=1)))
    assert status == 400
    assert "moet nog komen" in html


async def test_nothing_is_added_to_a_closed_month_and_what_was_typed_stays(anna: Desk):
    await register(anna, dag="2025-04-01")
    number = anna.read(lambda session: session.scalars(select(ContactRecord.id)).one())
    library = load_library(PROJECT / "knowledge")
    await anna.client.app[DATABASE].write(
        lambda session: close_month(session, library, Month(2025, 3), now=datetime.now(UTC))
    )
    status, html = await register(anna, dag="2025-03-31", gemeente="Gent")
    assert status == 400
    assert "Maart 2025 is afgesloten" in html
    assert 'value="2025-03-31"' in html
    assert 'value="Gent"' in html
    status, _ = await anna.post(f"/registreren/{number}", **{**CALL, "dag": "2025-03-31"})
    assert status == 400
    assert moment(anna).year == 2025
    assert moment(anna).month == 4


@pytest.mark.parametrize("act", ["/registreren/{}", "/registreren/{}/wissen"])
async def test_what_counts_in_a_closed_month_does_not_leave_it_by_a_correction_or_by_erasing(
    anna: Desk, act: str
):
    await register(anna, dag="2025-03-31")
    number = anna.read(lambda session: session.scalars(select(ContactRecord.id)).one())
    library = load_library(PROJECT / "knowledge")
    await anna.client.app[DATABASE].write(
        lambda session: close_month(session, library, Month(2025, 3), now=datetime.now(UTC))
    )
    status, html = await anna.post(act.format(number), **{**CALL, "dag": "2025-04-01"})
    assert status == 400
    assert "Maart 2025 is afgesloten" in html
    assert f"{moment(anna).astimezone(BRUSSELS):%Y-%m-%d}" == "2025-03-31"


async def test_an_hour_that_is_still_to_come_is_refused(
    anna: Desk, monkeypatch: pytest.MonkeyPatch
):
    status, html = await register(anna, uur="23:59")
    # At one minute to midnight it may be now.
    assert status == 400 or datetime.now(UTC).minute == 59
    assert "moet nog komen" in html


# --- the suggestion ------------------------------------------------------------------------------------------------


class OneAnswer:
    """Engines that answer one thing and remember what they were asked."""

    def __init__(self, answer: EngineAnswer) -> None:
        self.answer, self.asked = answer, list[EngineRequest]()

    async def reply(self, request: EngineRequest) -> EngineAnswer:
        self.asked.append(request)
        return self.answer


def engine(desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: EngineAnswer) -> OneAnswer:
    made = OneAnswer(answer)
    monkeypatch.setitem(desk.client.app._state, ENGINES, made)
    return made


def chosen(html: str) -> list[str]:
    return [
        line.split('value="')[1].split('"')[0] for line in html.split("<") if " selected" in line
    ]


def place(html: str) -> str:
    return html.split('name="gemeente"')[1].split('value="')[1].split('"')[0]


async def test_a_note_becomes_a_suggestion_behind_the_filter(
    anna: Desk, monkeypatch: pytest.MonkeyPatch
):
    answer = answered(questions=("vormingsaanbod",), referrals=(referral("abb"),))
    made = engine(anna, monkeypatch, answer)
    status, html = await register(anna, nota=NOTE, onderwerp="", gemeente="", doelgroep="onbekend")
    assert status == 200
    assert "Voorstel ingevuld." in html
    assert {"vormingsaanbod", "abb", "doorverwezen", "gemeente"} <= set(chosen(html))
    assert place(html) == "Mechelen"
    [asked] = made.asked
    assert "Peeters" not in asked.text
    assert "0470" not in asked.text
    assert asked.text in html.replace("&#34;", '"')
    assert asked.audience == "gemeente"
    assert counted(anna) == []


async def test_a_note_is_shown_masked_and_stands_nowhere_afterwards(
    anna: Desk, monkeypatch: pytest.MonkeyPatch
):
    engine(anna, monkeypatch, answered(questions=("vormingsaanbod",)))
    _, html = await register(anna, nota=NOTE)
    assert "Peeters" not in html
    assert "0470" not in html
    await register(anna)
    lines = anna.read(lambda session: [one.object for one in session.scalars(select(AuditLine))])
    assert not any("vorming" in str(one) for one in lines)
    dump = anna.read(
        lambda session: [
            str(row)
            for table in session.connection().exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            )
            for row in session.connection().exec_driver_sql(f'SELECT * FROM "{table[0]}"')
        ]
    )
    assert not any("Preventieambtenaar" in row for row in dump)


async def test_what_a_colleague_chose_stays(anna: Desk, monkeypatch: pytest.MonkeyPatch):
    engine(anna, monkeypatch, answered(questions=("vormingsaanbod",)))
    _, html = await register(anna, nota=NOTE, kanaal="email")
    assert {"livc", "email", "gemeente"} <= set(chosen(html))
    assert place(html) == "Mechelen"


async def test_an_unsure_model_says_so_and_names_what_is_likeliest(
    anna: Desk, monkeypatch: pytest.MonkeyPatch
):
    ranking = ({"name": "ocad", "confidence": 0.3},)
    engine(anna, monkeypatch, answered(questions=(), ranking=ranking, outcome="niet_begrepen"))
    _, html = await register(anna, nota="iets met dreiging", onderwerp="")
    assert "niet zeker van het onderwerp" in html
    assert "ocad" in chosen(html)


async def test_danger_is_told(anna: Desk, monkeypatch: pytest.MonkeyPatch):
    engine(anna, monkeypatch, answered(questions=(), outcome="veiligheid"))
    assert "112" in (await register(anna, nota="hij heeft een wapen"))[1]


async def test_without_an_engine_the_fields_stay(anna: Desk):
    status, html = await register(anna, nota="vraagt vorming", gemeente="Gent")
    assert status == 200
    assert "Het model antwoordt nu niet" in html
    assert place(html) == "Gent"
    assert "livc" in chosen(html)


async def test_a_note_is_one_line(anna: Desk):
    assert (await register(anna, nota="a" * 301))[0] == 400


# --- today's list --------------------------------------------------------------------------------------------------


async def test_what_was_registered_today_is_listed_and_can_be_taken_back(anna: Desk, bas: Desk):
    await register(anna)
    _, html = await bas.get("/registreren")
    assert "LIVC R" in html
    assert "Medewerker" in html
    id = only_id(anna)
    _, html = await bas.post(f"/registreren/{id}/wissen")
    assert "Gewist" in html
    assert "nog niets met de hand" in html
    assert counted(anna) == []
    assert ("gewist", f"contact:{id}", True) in bas.audited()
    assert (await bas.post(f"/registreren/{id}/wissen"))[0] == 404


async def test_a_correction_replaces_every_fact(anna: Desk):
    await register(anna, verwijzing="abb")
    id = only_id(anna)
    _, html = await anna.get(f"/registreren/{id}")
    assert {"livc", "abb", "doorverwezen", "gemeente"} <= set(chosen(html))
    changed = {"onderwerp": "ocad", "verwijzing": "", "kanaal": "overleg", "gemeente": ""}
    _, html = await anna.post(f"/registreren/{id}", **{**CALL, **changed})
    assert "Verbeterd" in html
    assert counted(anna) == [("overleg", "gemeente", None, ["ocad"], [], ["beantwoord"])]
    assert ("gewijzigd", f"contact:{id}", True) in anna.audited()


async def test_what_the_assistant_counted_cannot_be_erased_here(anna: Desk):
    id = await anna.client.app[DATABASE].write(lambda session: add_contact(session))
    for act in ("", "/wissen"):
        assert (await anna.post(f"/registreren/{id}{act}", **CALL))[0] == 404
    assert (await anna.get(f"/registreren/{id}"))[0] == 404
    assert len(counted(anna)) == 1
