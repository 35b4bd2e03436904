"""The console's table of contents: a part of the gateway's application, under /console."""

from __future__ import annotations

from aiohttp import web

from bot.console import (
    accounts,
    answer,
    audit_log,
    by_hand,
    closed_months,
    conversation,
    conversation_acts,
    events,
    figures,
    home,
    login,
    mail,
    mailbox,
    month_report,
    openid,
    outreach,
    own_password,
    queue,
    registering,
    request_answer,
    requests,
    search,
    sites,
    static,
    unanswered,
    visits,
)
from bot.console.acting import VIEWS
from bot.console.guard import errors_as_pages, own_site_only, who_is_there
from bot.console.mailbox_texts import SettledTexts
from bot.settings import Settings

OPEN = [
    web.get("/aanmelden", login.show),
    web.post("/aanmelden", login.enter),
    web.get("/oidc/login", openid.depart),
    web.get("/oidc/callback", openid.come_back),
    web.get("/oidc/logout", openid.leave_organisation),
    web.get("/static/{name}", static.show),
]
"""What everyone may ask for."""

PAGES = [
    web.get("", home.show),
    web.post("/afmelden", login.leave),
    web.get("/wachtwoord", own_password.show),
    web.post("/wachtwoord", own_password.change),
    web.get("/wachtrij", queue.show),
    web.get("/wachtrij/nu", queue.now),
    web.post("/aanwezig", queue.be_present),
    web.get("/gesprek/{id}", conversation.show),
    web.get("/gesprek/{id}/nu", conversation.now),
    web.post("/gesprek/{id}/overnemen", conversation_acts.claim),
    web.post("/gesprek/{id}/vrijgeven", conversation_acts.release),
    web.post("/gesprek/{id}/doorgeven", conversation_acts.transfer),
    web.post("/gesprek/{id}/aflossen", conversation_acts.relieve),
    web.post("/gesprek/{id}/antwoord", conversation_acts.reply),
    web.post("/gesprek/{id}/nota", conversation_acts.write_note),
    web.post("/gesprek/{id}/afsluiten", conversation_acts.finish),
    web.post("/gesprek/{id}/heropenen", conversation_acts.reopen),
    web.post("/gesprek/{id}/verwijzen", registering.refer),
    web.post("/gesprek/{id}/vrager", registering.correct_who),
    web.post("/gesprek/{id}/onderwerp", registering.correct_what),
    web.post("/gesprek/{id}/test", registering.mark_test),
    web.get("/zoeken", search.show),
    web.get("/aanvragen", requests.show),
    web.post("/aanvragen/{id}/contact", requests.unseal),
    web.post("/aanvragen/{id}/toestand", requests.change),
    web.get("/aanvragen/{id}/antwoord", request_answer.show),
    web.post("/aanvragen/{id}/antwoord", request_answer.send),
    web.get("/mails", mail.show),
    web.post("/mails/{id}/opnieuw", mail.again),
    web.post("/mails/{id}/laten-vallen", mail.let_go),
    web.get("/mailbox", mailbox.show),
    web.post("/mailbox/{id}/aanvaarden", mailbox.accept_one),
    web.post("/mailbox/{id}/verwerpen", mailbox.reject_one),
    web.post("/mailbox/{id}/ongedaan", mailbox.undo_one),
    web.get("/registreren", by_hand.show),
    web.post("/registreren", by_hand.register),
    web.get("/registreren/{id}", by_hand.show_one),
    web.post("/registreren/{id}", by_hand.correct),
    web.post("/registreren/{id}/wissen", by_hand.erase),
    web.get("/bezoeken", visits.show),
    web.post("/bezoeken", visits.add),
    web.post("/bezoeken/{id}", visits.change),
    web.get("/benaderingen", outreach.show),
    web.post("/benaderingen", outreach.add),
    web.get("/benaderingen/{id}", outreach.show_one),
    web.post("/benaderingen/{id}", outreach.change),
    web.get("/evenementen", events.show),
    web.post("/evenementen", events.add),
    web.get("/evenementen/{id}", events.show_one),
    web.post("/evenementen/{id}", events.change),
    web.post("/evenementen/{id}/wissen", events.remove),
    web.get("/cijfers", figures.show),
    web.get("/cijfers/contacten", figures.show_contacts),
    web.get("/cijfers/tabel", figures.export),
    web.get("/cijfers/niet-begrepen", unanswered.show),
    web.get("/cijfers/afgesloten", closed_months.show),
    web.get("/cijfers/afgesloten/{id}", closed_months.show_report),
    web.get("/cijfers/maandverslag", month_report.show),
    web.get("/cijfers/maandverslag/{id}", month_report.give),
    web.get("/cijfers/maandverslag/{id}/afsluiten", month_report.ask_to_close),
    web.post("/cijfers/maandverslag/{id}/afsluiten", month_report.close),
    web.get("/antwoord", answer.show),
    web.post("/antwoord", answer.make),
    web.get("/accounts", accounts.show),
    web.post("/accounts", accounts.add),
    web.post("/accounts/{id}/rol", accounts.give_role),
    web.post("/accounts/{id}/wachtwoord", accounts.renew),
    web.post("/accounts/{id}/sluiten", accounts.shut),
    web.post("/accounts/{id}/koppeling", accounts.connect),
    web.get("/sites", sites.show_all),
    web.post("/sites", sites.add),
    web.get("/sites/{id}", sites.show),
    web.post("/sites/{id}", sites.change),
    web.post("/sites/{id}/verwijderen", sites.remove),
    web.get("/logboek", audit_log.show),
]
"""What one must be logged in for; each handler names the right it needs."""


def create_console(settings: Settings) -> web.Application:
    """The console; what it shares with the gateway it finds in the application around it."""
    app = web.Application(middlewares=[errors_as_pages, own_site_only, who_is_there])
    app[VIEWS] = {}
    app[mailbox.SETTLED] = SettledTexts()
    if settings.openid is not None:
        openid.hold_provider(app, settings.openid)
    app.router.add_routes([*OPEN, *PAGES])
    return app
