// From the entry to its sources and back.
const entryPane = one("#d-entry");
const papers = all("#pane-sources .doc");
const scroller = paper => one(".scroll", paper);
const marked = (pane, number) => all("[data-f]", pane).filter(found => found.dataset.f.split(" ").includes(String(number)));
const moves = matchMedia("(prefers-reduced-motion: no-preference)");

function into(pane, element) {
  const inside = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  quiet(pane);
  pane.scrollTo({ top: pane.scrollTop + inside - pane.clientHeight / 3, behavior: moves.matches ? "smooth" : "auto" });
}

function showPaper(id, focus = false) {
  for (const paper of papers) paper.hidden = papers.length > 1 && paper.dataset.d !== id;
  for (const tab of all(".tabs button")) {
    const on = tab.dataset.d === id;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    if (on && focus) tab.focus();
  }
  pairs = null;
}

function makeTabs() {
  if (papers.length < 2) return;
  const tabs = one(".tabs");
  tabs.hidden = false;
  tabs.setAttribute("role", "tablist");
  papers.forEach((paper, number) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = "tab-" + paper.dataset.d;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", paper.id = "paper-" + paper.dataset.d);
    tab.dataset.d = paper.dataset.d;
    tab.lang = one("h3", paper).lang;
    tab.textContent = `${number + 1}  ${one("h3", paper).textContent}`;
    paper.setAttribute("role", "tabpanel");
    paper.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => showPaper(tab.dataset.d));
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) showPaper(papers[(number + step + papers.length) % papers.length].dataset.d, true);
    });
    tabs.append(tab);
  });
  showPaper(papers[0].dataset.d);
}

function fillDock(card) {
  const dock = one("#dock");
  dock.hidden = !card;
  root.toggleAttribute("data-dock", Boolean(card));
  if (!card) return dock.replaceChildren();
  const copy = card.cloneNode(true);
  for (const element of [copy, ...all("[id]", copy)]) element.removeAttribute("id");
  copy.hidden = false;
  copy.removeAttribute("aria-labelledby");
  copy.removeAttribute("tabindex");
  copy.classList.remove("chosen");
  one(".to-text", copy)?.remove();
  const words = made("span", { textContent: word("action.card") });
  words.dataset.t = "action.card";
  one(".links", copy).prepend(made("a", { className: "to-card", href: "#" + card.id }, words));
  one(".links", copy).append(pressed("dock.close", { type: "button", className: "close" }));
  dock.replaceChildren(copy);
  dock.scrollTop = 0;
}

// Marks a finding everywhere; `from` is the pane that the reader is in, which then stays where it is.
function choose(number, { from = null, move = true } = {}) {
  state.chosen = number;
  for (const element of all(".chosen")) element.classList.remove("chosen");
  const card = cards[number];
  if (card) card.classList.add("chosen");
  if (state.view === "reading") {
    fillDock(card || null);
    if (card) lead(number, card, from);
  } else if (card && state.view === "matrix") {
    const row = rows.find(item => Number(item.dataset.n) === number);
    row?.classList.add("chosen");
    if (row && move) one("a", row).focus();
  } else if (card && move) {
    if (!visible(card)) { Object.assign(state, plain(), { view: state.view, chosen: number }); showFilters(); filter(); }
    const folded = card.closest("details.rest");
    if (folded) folded.open = true;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }
  writeAddress();
}

function lead(number, card, from) {
  for (const found of marked(document, number)) if (found.closest(".scroll")) found.classList.add("chosen");
  // Scrolling that is still under way in one text must not pull the other away from its mark.
  for (const pane of [entryPane, ...papers.map(scroller)]) quiet(pane);
  const claim = marked(entryPane, number)[0];
  if (claim && from !== entryPane) into(entryPane, claim);
  const sources = (card.dataset.s || "").split(" ").filter(Boolean);
  const shown = papers.find(paper => !paper.hidden && sources.includes(paper.dataset.d)) || papers.find(paper => sources.includes(paper.dataset.d));
  if (!shown) return;
  showPaper(shown.dataset.d);
  const evidence = marked(shown, number)[0];
  if (evidence && from !== scroller(shown)) into(scroller(shown), evidence);
}

function view(name, { keep = false } = {}) {
  if (!VIEWS.includes(name)) name = "findings";
  state.view = name;
  root.dataset.view = name;
  draw(name);
  for (const link of all(".views a")) { if (link.dataset.view === name) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current"); }
  if (name !== "reading") fillDock(null);
  if (!keep) choose(state.chosen);
}

function listenToTexts() {
  one("#reading").addEventListener("click", event => {
    const found = event.target.closest(".scroll :is(.found, .flaw)");
    if (!found) return;
    event.preventDefault();
    const numbers = found.dataset.f.split(" ").map(Number);
    // A second click on the same words goes on to the next finding that they belong to.
    const at = numbers.indexOf(state.chosen);
    const owner = Number((found.getAttribute("href") || "").startsWith("#") ? document.getElementById(found.getAttribute("href").slice(1))?.dataset.n : numbers[0]);
    choose(at >= 0 ? numbers[(at + 1) % numbers.length] : owner, { from: found.closest(".scroll") });
  });
  one("#reading").addEventListener("mouseover", event => {
    const found = event.target.closest(".scroll .found");
    if (found) found.title = found.dataset.f.split(" ").map(n => `${word("verdict." + cards[n].dataset.v)} · ${word("kind." + cards[n].dataset.k)}`).join("\n");
  });
}
