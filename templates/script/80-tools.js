// Strip, links inside the page, printing.
function listenToTools() {
  one("#strip").addEventListener("click", event => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = Math.floor((event.clientX - box.left) / box.width * data.columns.length);
    const near = data.columns.map((found, column) => [Math.abs(column - at), found]).filter(([, found]) => found.length).sort((a, b) => a[0] - b[0])[0];
    if (!near) return;
    const worst = [...near[1]].sort((a, b) => VERDICTS.indexOf(cards[a].dataset.v) - VERDICTS.indexOf(cards[b].dataset.v))[0];
    choose(worst);
  });
  spoken.push(filter);
  // What was looked at and not taken stays folded on paper; what the filters leave is all there.
  addEventListener("beforeprint", () => { for (const item of all("details:not(.considered,.made-of)")) item.open = true; });
}

function listenToLinks() {
  for (const link of all(".views a")) link.addEventListener("click", event => { event.preventDefault(); view(link.dataset.view); });
  document.addEventListener("click", event => {
    const away = event.target.closest(".to-text, .to-card, .close, #matrix tbody a");
    if (!away) return;
    event.preventDefault();
    const card = away.closest("[data-n]");
    state.chosen = away.matches(".close") ? -1 : Number(card.dataset.n);
    if (away.matches(".close")) return choose(-1);
    view(away.matches(".to-text") ? "reading" : "findings");
    if (!away.matches(".to-text")) return;
    one("#bar").scrollIntoView({ block: "start" });
    marked(entryPane, state.chosen)[0]?.focus({ preventScroll: true });
  });
  addEventListener("hashchange", () => arrive());
}
