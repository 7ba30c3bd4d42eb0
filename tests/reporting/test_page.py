"""The page in a real browser: it draws, and its filters hide what does not fit."""

import json
import re
from html import unescape

from tests.browser import rendered
from tests.reporting.samples import CHECKED, CLEAN

from figurecheck.reporting import render

STEPS = {
    "": (["FC101", "FC302"], "2 of 2 shown"),
    "form.elements.words.value = 'COASTAL port'": (["FC101"], "1 of 2 shown"),
    "form.elements.words.value = 'nowhere'": ([], "0 of 2 shown"),
    "form.reset(); form.querySelector('[value=error]').checked = false": (["FC302"], "1 of 2 shown"),
    "form.reset(); form.querySelector('[value=FC302]').checked = false": (["FC101"], "1 of 2 shown"),
}
"""What is done in the page, one after another, and then the cards that are shown and the count that it tells."""

DRIVE = """
<script>
window.addEventListener("load", async () => {
  const form = document.querySelector(".filters");
  const seen = [];
  for (const step of [STEPS]) {
    step();
    form.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 200));
    const cards = [...document.querySelectorAll(".card")].filter((card) => card.checkVisibility());
    seen.push([cards.map((card) => card.dataset.code), form.querySelector(".shown").textContent]);
  }
  document.body.dataset.seen = JSON.stringify(seen);
});
</script></body>
"""


def test_filters_leave_what_fits(tmp_path):
    steps = ", ".join(f"() => {{ {step} }}" for step in STEPS)
    page = tmp_path / "page.html"
    html = render([CHECKED, CLEAN], "html").replace("</body>", DRIVE.replace("STEPS", steps))
    page.write_text(html, encoding="utf-8")
    seen = re.search(r'data-seen="([^"]*)"', rendered(page.as_uri()))
    assert seen is not None
    assert json.loads(unescape(seen.group(1))) == [[codes, count] for codes, count in STEPS.values()]
