(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")];
  const words = new Map();
  const textOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };
  const chosen = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  const apply = () => {
    const severities = chosen("severity");
    const codes = chosen("code");
    const wanted = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const fits = severities.has(card.dataset.severity) && codes.has(card.dataset.code)
        && wanted.every((word) => textOf(card).includes(word));
      card.hidden = !fits;
      shown += fits;
    }
    form.querySelector(".shown").textContent = `${shown} of ${cards.length} shown`;
    document.querySelector(".none-shown").hidden = shown > 0;
  };
  let timer = 0;
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 80); });
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
