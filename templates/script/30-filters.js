// Filters and the search, which takes both scripts for one.
const variants = new Map();
for (let pairs = [...data.variants], at = 0; at < pairs.length; at += 2) variants.set(pairs[at], pairs[at + 1]);
const folded = text => text.normalize("NFKC").toLowerCase().replace(/[\u3400-\u9fff]/g, char => variants.get(char) ?? char).replace(/\s+/g, "");

const haystacks = new Map();
spoken.push(() => haystacks.clear());
function haystack(card) {
  if (!haystacks.has(card)) {
    const parts = all(".quote, .where, .why, .under, .which, .message, .fix code, h3 :is(.kind, code)", card).map(element => element.textContent);
    haystacks.set(card, folded(parts.join("\n")));
  }
  return haystacks.get(card);
}

function fits(card) {
  const { v, k, s = "", h } = card.dataset;
  return state.verdicts.has(v)
    && (!state.kind || state.kind === k)
    && (!state.source || s.split(" ").includes(state.source))
    && (!state.section || state.section === h)
    && (!state.new || state.new === card.dataset.new)
    && (!state.second || (state.second === "yes") === Boolean(card.dataset.second))
    && (!state.status || (state.status === "done") === reviewed(card))
    && (!state.query || haystack(card).includes(folded(state.query)));
}

let fitting = new Set();
const visible = card => fitting.has(Number(card.dataset.n));

function filter() {
  fitting = new Set(cards.filter(fits).map(card => Number(card.dataset.n)));
  one("#nothing").hidden = fitting.size > 0 || !cards.length;
  one("#shown").textContent = fitting.size < cards.length ? `${fitting.size} / ${cards.length}` : "";
  drawn.clear();
  draw(state.view);
}

// Only the view that the reader sees is brought up to date; the others when they come.
const drawn = new Set();
const drawing = {
  findings() {
    const whole = fitting.size === cards.length;
    // What stands folded is opened where the reader asks for something.
    for (const rest of all(".rest")) {
      rest.hidden = !all(".card", rest).some(visible);
      if (!whole) rest.open = true;
    }
    for (const heap of heaps) {
      const any = heap.cards.some(visible);
      heap.element.hidden = (sorts(heap) && state.sort !== "") || (!any && !whole);
      if (any || state.sort) for (const card of heap.cards) if (card.hidden === visible(card)) card.hidden = !card.hidden;
    }
  },
  reading() {
    for (const found of all(".scroll :is(.found, .flaw)")) found.classList.toggle("dim", !found.dataset.f.split(" ").some(n => fitting.has(Number(n))));
  },
  matrix() {
    const order = new Map((state.sort ? listed : []).map((card, at) => [card.dataset.n, at]));
    if (state.sort !== tabled) one("#matrix tbody")?.append(...(state.sort ? [...rows].sort((a, b) => order.get(a.dataset.n) - order.get(b.dataset.n)) : rows));
    tabled = state.sort;
    for (const row of rows) row.hidden = !visible(row);
  },
};
// The order of the cards: by verdict they stand under their headings, else in one list.
const flat = one("#flat");
const orders = {
  place: () => 0,
  kind: (a, b) => (a.dataset.k < b.dataset.k ? -1 : a.dataset.k > b.dataset.k ? 1 : 0),
  score: (a, b) => Number(b.dataset.p) - Number(a.dataset.p),
};
let arranged = "";
function arrange() {
  if (!Object.hasOwn(orders, state.sort)) state.sort = "";
  if (state.sort === arranged) return;
  arranged = state.sort;
  flat.hidden = !arranged;
  if (arranged) {
    const sorted = [...claims].sort((a, b) => orders[arranged](a, b) || a.dataset.n - b.dataset.n);
    flat.append(...sorted);
    listed = [...sorted, ...problems];
  } else {
    for (const [card, home] of homes) home.append(card);
    listed = [...homes.map(([card]) => card), ...problems];
    // A folded list stands after the open one.
    for (const rest of all(".rest")) rest.parentElement.append(rest);
  }
}

const homes = listed.filter(card => card.matches(".card")).map(card => [card, card.parentElement]);
const heaps = all(".heap").map(element => ({ element, cards: all(".card, .problem", element) }));
const sorts = heap => !heap.element.matches(".citations");
const rows = all("#matrix tbody tr");
let tabled = "";

function draw(name) {
  if (drawn.has(name)) return;
  drawn.add(name);
  arrange();
  drawing[name]();
}

function showFilters() {
  for (const chip of all(".chip")) chip.setAttribute("aria-pressed", String(state.verdicts.has(chip.dataset.verdict)));
  for (const name of NAMES) {
    const select = one("#by-" + name);
    if (select) { select.value = state[name]; if (select.selectedIndex < 0) { select.value = ""; state[name] = ""; } }
  }
  one("#search").value = state.query;
}

function listenToFilters() {
  for (const chip of all(".chip")) chip.addEventListener("click", () => {
    const name = chip.dataset.verdict;
    // The first click on a full set asks for that verdict alone; the last one off brings all back.
    if (state.verdicts.size === VERDICTS.length) state.verdicts = new Set([name]);
    else if (state.verdicts.has(name)) state.verdicts.delete(name); else state.verdicts.add(name);
    if (!state.verdicts.size) state.verdicts = new Set(VERDICTS);
    refresh();
  });
  for (const name of NAMES) one("#by-" + name)?.addEventListener("change", event => { state[name] = event.target.value; refresh(); });
  let waiting = 0;
  one("#search").addEventListener("input", event => {
    state.query = event.target.value.trim();
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 60);
  });
}

function refresh() {
  showFilters();
  filter();
  writeAddress();
}
