"""What Wegwijs says to who writes in another language: that it speaks Dutch, and that there is a person to ask.

Where the rules miss danger in another language, the numbers are in these texts.
"""

from __future__ import annotations

from bot.answers.asking import PERSON
from bot.replies import Choice, Kind, Reply

_TEXTS = {
    "fr": "Je suis un assistant automatique et je ne comprends que le néerlandais. "
    "Posez votre question en néerlandais, ou demandez à parler à un collaborateur. "
    "En danger immédiat ? Appelez le 112 ou le 101 (police) ; si vous pensez au suicide, appelez le 1813.",
    "en": "I am an automated assistant and I only understand Dutch. "
    "Please ask your question in Dutch, or ask to speak to a member of staff. "
    "In danger now? Call 112 or 101 (police); if you are thinking about suicide, call 1813.",
    "de": "Ich bin ein automatischer Assistent und verstehe nur Niederländisch. "
    "Stellen Sie Ihre Frage auf Niederländisch, oder bitten Sie um ein Gespräch mit einem Mitarbeiter. "
    "Akute Gefahr? Rufen Sie 112 oder 101 (Polizei) an; bei Gedanken an Suizid 1813.",
    "tr": "Ben otomatik bir asistanım ve yalnızca Felemenkçe anlıyorum. "
    "Sorunuzu Felemenkçe sorun veya bir çalışanla görüşmek istediğinizi belirtin. "
    "Acil tehlike mi var? 112'yi veya 101'i (polis) arayın; intiharı düşünüyorsanız 1813'ü arayın.",
    "ar": "أنا مساعد آلي ولا أفهم إلا اللغة الهولندية. اطرح سؤالك بالهولندية، أو اطلب التحدث إلى أحد الموظفين. "
    "هل هناك خطر الآن؟ اتصل بالرقم 112 أو 101 (الشرطة)، وإذا كنت تفكر في الانتحار فاتصل بالرقم 1813.",
}
_PERSON = {
    "fr": "Parler à un collaborateur",
    "en": "Speak to a member of staff",
    "de": "Mit einem Mitarbeiter sprechen",
    "tr": "Bir çalışanla görüşmek",
    "ar": "التحدث إلى موظف",
}


def only_dutch(language: str) -> Reply:
    """The same message in the visitor's language, or in English when it is not one of the five."""
    known = language if language in _TEXTS else "en"
    person = Choice(label=_PERSON[known], value=PERSON.value)
    return Reply(kind=Kind.FALLBACK, text=_TEXTS[known], choices=(person,))
