// Theme, strip, links inside the page, printing.
function theme(name) {
  if (name) root.dataset.theme = name; else delete root.dataset.theme;
}

function listenToTools() {
  theme(kept.get("theme"));
  one("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme(dark ? "light" : "dark");
    kept.set("theme", dark ? "light" : "dark");
  });
  for (const button of all(".langs button")) button.addEventListener("click", () => { speak(button.dataset.lang); kept.set("language", button.dataset.lang); filter(); });
  one("#strip").addEventListener("click", event => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = Math.floor((event.clientX - box.left) / box.width * data.columns.length);
    const near = data.columns.map((found, column) => [Math.abs(column - at), found]).filter(([, found]) => found.length).sort((a, b) => a[0] - b[0])[0];
    if (!near) return;
    const worst = [...near[1]].sort((a, b) => VERDICTS.indexOf(cards[a].dataset.v) - VERDICTS.indexOf(cards[b].dataset.v))[0];
    choose(worst);
  });
  addEventListener("beforeprint", () => { for (const item of all("details")) item.open = true; });
}

function listenToLinks() {
  for (const link of all(".views a")) link.addEventListener("click", event => { event.preventDefault(); view(link.dataset.view); });
  document.addEventListener("click", event => {
    const away = event.target.closest(".to-text, .to-card, .close, #matrix tbody a");
    if (!away) return;
    event.preventDefault();
    const card = away.closest("[data-n]");
    state.chosen = away.matches(".close") ? -1 : Number(card.dataset.n);
    if (away.matches(".close")) choose(-1); else view(away.matches(".to-text") ? "reading" : "findings");
    if (away.matches(".to-text")) one("#bar").scrollIntoView({ block: "start" });
  });
  document.addEventListener("click", event => {
    const flaw = event.target.closest(".flaw, .to-flaw");
    if (!flaw) return;
    event.preventDefault();
    const target = document.getElementById(flaw.getAttribute("href").slice(1));
    state.chosen = -1;
    view(flaw.matches(".flaw") ? "findings" : "reading", { keep: true });
    if (flaw.matches(".flaw") && one("#citations").hidden) { Object.assign(state, plain()); refresh(); }
    writeAddress();
    if (flaw.matches(".flaw")) target.scrollIntoView({ block: "center" }); else into(target.closest(".scroll"), target);
    target.focus({ preventScroll: true });
  });
  addEventListener("hashchange", () => arrive());
}
