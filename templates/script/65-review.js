// What a reviewer decides, kept in the browser until it is exported.
const DECISIONS = ["accepted", "false-positive", "wont-fix", "deferred"];
const shelf = "decisions." + data.documents[0][3];
let decisions = {};
// Whether what is decided outlives the page: without a server, it does where the browser keeps it.
const remembers = data.live || kept.set("test", "1");
try { decisions = JSON.parse(kept.get(shelf)) || {}; } catch { /* what cannot be read was not ours */ }

// A decision is kept under the rule and the id of its finding: its place in the page may be another tomorrow.
const target = card => data.targets[cards[card.dataset.n].id];
const name_ = card => (target(card) || []).slice(0, 2).join(" ");
const reviewed = card => card.classList.contains("waived") || Object.hasOwn(decisions, name_(card));
const today = () => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(number => String(number).padStart(2, "0")).join("-"); };

function form(card, wanted) {
  const known = decisions[name_(card)] || {};
  const choice = made("select", { name: "decision" });
  for (const decision of DECISIONS) {
    const option = made("option", { value: decision, textContent: word("decision." + decision), selected: decision === (wanted || known.decision) });
    option.dataset.t = "decision." + decision;
    choice.append(option);
  }
  const panel = made("form", { className: "review" },
    labelled("review.decision", choice),
    labelled("review.reason", made("input", { name: "reason", required: true, pattern: ".*\\S.*", value: known.reason || "", autocomplete: "off" })),
    labelled("review.by", made("input", { name: "by", required: true, pattern: ".*\\S.*", value: known.by || kept.get("by") || "", autocomplete: "off" })),
    pressed("review.save", { type: "submit" }),
    pressed("review.remove", { type: "button", className: "remove", hidden: !known.decision && !(data.live && card.matches(".waived")) }));
  if (!remembers) panel.append(unkept());
  panel.addEventListener("submit", event => {
    event.preventDefault();
    const given = new FormData(panel);
    const [reason, by] = ["reason", "by"].map(name => given.get(name).trim().replace(/\s+/g, " "));
    if (!reason || !by) return;
    kept.set("by", by);
    decide(card, { decision: given.get("decision"), reason, by, on: today() });
  });
  one(".remove", panel).addEventListener("click", () => decide(card, null));
  return panel;
}

function unkept() {
  const line = made("p", { className: "unkept", textContent: word("review.unkept") });
  line.dataset.t = "review.unkept";
  return line;
}

// A panel stands in one place at a time; `wanted` is what is chosen in it at first.
function openReview(card, wanted) {
  for (const panel of all(".review")) panel.remove();
  card.append(form(card, wanted));
  one(".review [name=reason]", card).focus();
}

// By key: what is chosen, else the next one that needs a look.
function review(decision) {
  if (state.chosen < 0 || !visible(cards[state.chosen])) step(1, needsLook);
  const card = cards[state.chosen];
  if (card && target(card)) openReview(one("#dock .card") || card, decision);
}

function decide(card, decision) {
  if (data.live) return tellServer(card, decision);
  if (decision) decisions[name_(card)] = decision; else delete decisions[name_(card)];
  if (!kept.set(shelf, JSON.stringify(decisions))) say(word("review.unkept"), true);
  for (const panel of all(".review")) panel.remove();
  paintDecisions();
  filter();
  const next = one("#dock [data-review]") || (visible(card) ? card : null);
  next?.focus({ preventScroll: true });
}

function paintDecisions() {
  for (const mark of all(".decided")) mark.remove();
  for (const card of all(".reviewed")) card.classList.remove("reviewed");
  const decided = new Set(cards.filter(card => Object.hasOwn(decisions, name_(card))).map(card => card.dataset.n));
  for (const card of decided.size ? all(".card, .problem") : []) {
    if (!decided.has(card.dataset.n)) continue;
    const { decision, reason, by, on } = decisions[name_(card)];
    const words = made("b", { textContent: word("decision." + decision) });
    words.dataset.t = "decision." + decision;
    const line = made("p", { className: "decided" }, words, ` ${reason} · ${by}, ${on}`);
    card.classList.add("reviewed");
    if (card.matches(".card")) one(".why", card).prepend(line); else one(".message", card).after(line);
  }
  one(".out").hidden = !decided.size;
  one("#export b").textContent = decided.size;
}

function listenToReview() {
  for (const card of cards) {
    if (!target(card)) continue;
    const button = pressed("review.open", { type: "button" });
    button.dataset.review = "";
    one(".links", card).append(button);
  }
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-review]");
    if (!button) return;
    const card = button.closest("[data-n]");
    const there = one(".review", card);
    if (there) there.remove(); else openReview(card);
  });
  paintDecisions();
}
