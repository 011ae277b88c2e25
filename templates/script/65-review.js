// What a reviewer decides, kept in the browser until it is exported.
const DECISIONS = ["accepted", "false-positive", "wont-fix", "deferred"];
const shelf = "decisions." + data.documents[0][3];
let decisions = {};
try { decisions = JSON.parse(kept.get(shelf)) || {}; } catch { /* what cannot be read was not ours */ }

const name_ = card => cards[card.dataset.n].id;
const reviewed = card => card.classList.contains("waived") || Object.hasOwn(decisions, name_(card));

function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function labelled(key, field) {
  const words = made("span", { textContent: word(key) });
  words.dataset.t = key;
  return made("label", {}, words, " ", field);
}

function pressed(key, properties) {
  const button = made("button", { textContent: word(key), ...properties });
  button.dataset.t = key;
  return button;
}

function form(card) {
  const known = decisions[name_(card)] || {};
  const choice = made("select", { name: "decision" });
  for (const decision of DECISIONS) {
    const option = made("option", { value: decision, textContent: word("decision." + decision), selected: decision === known.decision });
    option.dataset.t = "decision." + decision;
    choice.append(option);
  }
  const panel = made("form", { className: "review" },
    labelled("review.decision", choice),
    labelled("review.reason", made("input", { name: "reason", required: true, value: known.reason || "", autocomplete: "off" })),
    labelled("review.by", made("input", { name: "by", required: true, value: known.by || kept.get("by") || "", autocomplete: "off" })),
    pressed("review.save", { type: "submit" }),
    pressed("review.remove", { type: "button", className: "remove", hidden: !known.decision && !(data.live && card.matches(".waived")) }));
  panel.addEventListener("submit", event => {
    event.preventDefault();
    const given = new FormData(panel);
    kept.set("by", given.get("by"));
    decide(card, { decision: given.get("decision"), reason: given.get("reason"), by: given.get("by"), on: new Date().toISOString().slice(0, 10) });
  });
  one(".remove", panel).addEventListener("click", () => decide(card, null));
  return panel;
}

function decide(card, decision) {
  if (data.live) return tellServer(card, decision);
  if (decision) decisions[name_(card)] = decision; else delete decisions[name_(card)];
  kept.set(shelf, JSON.stringify(decisions));
  for (const panel of all(".review")) panel.remove();
  paintDecisions();
  filter();
  card.isConnected && visible(card) ? card.focus({ preventScroll: true }) : null;
}

function paintDecisions() {
  for (const mark of all(".decided")) mark.remove();
  for (const card of all(".card")) {
    const known = decisions[name_(card)];
    card.classList.toggle("reviewed", Boolean(known));
    if (!known) continue;
    const words = made("b", { textContent: word("decision." + known.decision) });
    words.dataset.t = "decision." + known.decision;
    one(".why", card).prepend(made("p", { className: "decided" }, words, ` ${known.reason} · ${known.by}, ${known.on}`));
  }
  const count = Object.keys(decisions).length;
  one("#export").hidden = !count;
  one("#export b").textContent = count;
}

// One decision a line, sorted by the finding's id.
function exported() {
  return cards.filter(card => Object.hasOwn(decisions, card.id)).sort((a, b) => (a.id < b.id ? -1 : 1)).map(card => {
    const { decision, reason, by, on } = decisions[card.id];
    const { claim, claimPlace, evidence, place } = facts(card);
    const line = { id: card.id.slice(2), rule: `${card.dataset.k}/${card.dataset.v}`, decision, reason, by, on, expires: null, claim: { place: claimPlace, text: claim } };
    if (evidence) line.evidence = { place, text: evidence };
    return JSON.stringify(line) + "\n";
  }).join("");
}

function listenToReview() {
  for (const card of cards) {
    const button = pressed("review.open", { type: "button" });
    button.dataset.review = "";
    one(".links", card).append(button);
  }
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-review]");
    if (!button) return;
    const card = button.closest(".card");
    const there = one(".review", card);
    for (const panel of all(".review")) panel.remove();
    if (there) return;
    card.append(form(card));
    one(".review [name=reason]", card).focus();
  });
  one("#export").addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([exported()], { type: "application/jsonl" }));
    made("a", { href: address, download: "crosscheck-decisions.jsonl" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  });
  paintDecisions();
}
