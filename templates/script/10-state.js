"use strict";
// The page is whole without this script; it filters, leads from text to text, and copies.
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(one("#data").textContent);
const cards = all("#findings .card").sort((a, b) => a.dataset.n - b.dataset.n);
let listed = all("#findings .card");
const VERDICTS = ["conflict", "unsupported", "agree"];
const NAMES = ["kind", "source", "section", "status", "new", "sort"];
const VIEWS = all(".views a").map(link => link.dataset.view);

// What the reader prefers stays in the browser; a browser that keeps nothing loses nothing else.
const kept = {
  get(name) { try { return localStorage.getItem("crosscheck." + name); } catch { return null; } },
  set(name, value) { try { localStorage.setItem("crosscheck." + name, value); } catch { /* private window */ } },
};

const plain = () => ({ view: "findings", verdicts: new Set(VERDICTS), ...Object.fromEntries(NAMES.map(name => [name, ""])), query: "", chosen: -1 });
const state = { ...plain(), language: data.language };

function readAddress() {
  let text = location.hash.slice(1);
  try { text = decodeURIComponent(text.replace(/\+/g, "%20")); } catch { return; }
  const target = text && !text.includes("=") ? document.getElementById(text) : null;
  const next = plain();
  if (target) {
    const number = target.matches(".card") ? target.dataset.n : (/^(?:t|e-[\w-]+)-(\d+)$/.exec(text) || [])[1];
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
  if (card && card.matches(".card")) next.chosen = Number(card.dataset.n);
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
