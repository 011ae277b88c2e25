// Both texts scroll in step: the pairs of claim and evidence that keep the same order in both tie them together.
let pairs = null;
let leader = null;
const muted = new WeakMap();
const quiet = pane => muted.set(pane, performance.now() + 700);
const top_ = (pane, element) => element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

// The longest run of pairs that rises on both sides.
function rising(points) {
  const best = [];
  points.forEach((point, at) => {
    let before = -1;
    for (let other = 0; other < at; other++) if (points[other][1] < point[1] && points[other][0] < point[0] && (before < 0 || best[other].size > best[before].size)) before = other;
    best.push({ before, size: before < 0 ? 1 : best[before].size + 1 });
  });
  let at = best.reduce((top, item, index) => (top < 0 || item.size > best[top].size ? index : top), -1);
  const out = [];
  for (; at >= 0; at = best[at].before) out.unshift(points[at]);
  return out;
}

function tie(pane) {
  const points = [];
  const claims = new Map();
  for (const found of all(".found[id]", entryPane)) for (const n of found.dataset.f.split(" ")) if (!claims.has(n)) claims.set(n, found);
  for (const found of all(".found[id]", pane)) for (const n of found.dataset.f.split(" ")) if (claims.has(n)) points.push([top_(entryPane, claims.get(n)), top_(pane, found)]);
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  // A few hundred points are plenty to scroll by, and the run is quadratic.
  const thin = points.filter((_, at) => at % Math.ceil(points.length / 300) === 0);
  return [[0, 0], ...rising(thin), [entryPane.scrollHeight, pane.scrollHeight]];
}

function across(value, from, to) {
  let at = 1;
  while (at < pairs.length - 1 && pairs[at][from] < value) at++;
  const [a, b] = [pairs[at - 1], pairs[at]];
  const span = b[from] - a[from];
  return span > 0 ? a[to] + (b[to] - a[to]) * (value - a[from]) / span : a[to];
}

function inStep(event) {
  const pane = event.target;
  const shown = papers.find(paper => !paper.hidden);
  if (!shown || !one("#in-step").checked || (muted.get(pane) || 0) > performance.now()) return;
  const other = pane === entryPane ? scroller(shown) : pane === scroller(shown) ? entryPane : null;
  if (!other || pane !== leader) return;
  pairs = pairs || tie(scroller(shown));
  const [from, to] = pane === entryPane ? [0, 1] : [1, 0];
  const line = pane.scrollTop + pane.clientHeight / 3;
  quiet(other);
  other.scrollTo({ top: across(line, from, to) - other.clientHeight / 3, behavior: "auto" });
}

function listenToScrolling() {
  const lead_ = event => { leader = event.currentTarget; };
  for (const pane of [entryPane, ...papers.map(scroller)]) {
    for (const name of ["wheel", "pointerdown", "touchstart", "keydown"]) pane.addEventListener(name, event => { lead_(event); muted.delete(pane); }, { passive: true });
    pane.addEventListener("scroll", inStep, { passive: true });
  }
  addEventListener("resize", () => { pairs = null; });
}
