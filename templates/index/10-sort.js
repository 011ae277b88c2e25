// The index: sorted by a column, filtered, searched; both scripts are one to the search.
const variants = new Map();
for (let pairs = [...data.variants], at = 0; at < pairs.length; at += 2) variants.set(pairs[at], pairs[at + 1]);
const folded = text => text.normalize("NFKC").toLowerCase().replace(/[\u3400-\u9fff]/g, char => variants.get(char) ?? char).replace(/\s+/g, "");

const body = one(".entries tbody");
const rows = all("tr", body).map((element, order) => ({
  element, order, text: folded(one("th", element).textContent), title: one("a", element).textContent,
  ...Object.fromEntries(["conflict", "unsupported", "agree", "citations", "new"].map(name => [name, Number(element.dataset[name])])),
}));

function list() {
  const wanted = one("#by-verdict").value, query = folded(one("#search").value);
  let shown = 0;
  for (const row of rows) {
    row.element.hidden = !((!wanted || row[wanted] > 0) && row.text.includes(query));
    if (!row.element.hidden) shown += 1;
  }
  one("#shown").textContent = shown < rows.length ? `${shown} / ${rows.length}` : "";
  one("#nothing").hidden = shown > 0 || !rows.length;
}

// A click sorts the most first (titles from the beginning), one more turns it round, a third brings the worst first again.
function sort(head) {
  const before = head.getAttribute("aria-sort"), name = head.dataset.sort;
  const first = name === "title" ? "ascending" : "descending", second = name === "title" ? "descending" : "ascending";
  const next = before === first ? second : before === second ? "" : first;
  for (const other of all("th[data-sort]")) other.removeAttribute("aria-sort");
  if (next) head.setAttribute("aria-sort", next);
  const by = name === "title" ? (a, b) => a.title.localeCompare(b.title, root.lang) : (a, b) => a[name] - b[name];
  const turned = next === "descending" ? -1 : 1;
  body.append(...[...rows].sort((a, b) => (next ? turned * by(a, b) : 0) || a.order - b.order).map(row => row.element));
}

for (const head of all("th[data-sort]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => sort(head));
}
one("#by-verdict").addEventListener("change", list);
one("#search").addEventListener("input", list);
