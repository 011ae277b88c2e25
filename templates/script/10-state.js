// What is listed: the claims in the order of the entry, then the citation problems; `cards` is numbered by data-n.
const claims = all("#findings .card").sort((a, b) => a.dataset.n - b.dataset.n);
const problems = all("#citations .problem");
const cards = [...claims, ...problems];
let listed = all("#findings .card, #findings .problem");
const VERDICTS = ["conflict", "unsupported", "agree", "citation"];
const NAMES = ["kind", "source", "section", "status", "new", "second", "sort"];
const VIEWS = all(".views a").map(link => link.dataset.view);

const plain = () => ({ view: "findings", verdicts: new Set(VERDICTS), ...Object.fromEntries(NAMES.map(name => [name, ""])), query: "", chosen: -1 });
Object.assign(state, plain());

function readAddress() {
  let text = location.hash.slice(1);
  try { text = decodeURIComponent(text.replace(/\+/g, "%20")); } catch { return; }
  const target = text && !text.includes("=") ? document.getElementById(text) : null;
  const next = plain();
  if (target) {
    const number = cards.includes(target) ? target.dataset.n : (/^(?:t|e-[\w-]+)-(\d+)$/.exec(text) || [])[1];
    next.view = target.closest("#reading") ? "reading" : target.closest("#matrix") ? "matrix" : "findings";
    next.chosen = number === undefined ? -1 : Number(number);
    Object.assign(state, next);
    return text;
  }
  const asked = new URLSearchParams(location.hash.slice(1));
  if (VIEWS.includes(asked.get("view"))) next.view = asked.get("view");
  if (asked.has("verdict")) next.verdicts = new Set(asked.get("verdict").split(" ").filter(name => VERDICTS.includes(name)));
  for (const name of NAMES) next[name] = asked.get(name) || "";
  next.query = asked.get("q") || "";
  const card = asked.get("finding") && document.getElementById(asked.get("finding"));
  if (cards.includes(card)) next.chosen = Number(card.dataset.n);
  Object.assign(state, next);
}

function writeAddress() {
  const asked = new URLSearchParams();
  if (state.view !== "findings") asked.set("view", state.view);
  if (state.verdicts.size < VERDICTS.length) asked.set("verdict", VERDICTS.filter(name => state.verdicts.has(name)).join(" "));
  for (const name of NAMES) if (state[name]) asked.set(name, state[name]);
  if (state.query) asked.set("q", state.query);
  if (state.chosen >= 0) asked.set("finding", cards[state.chosen].id);
  const text = asked.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
}
