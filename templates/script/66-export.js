// Decisions as files that `crosscheck review --import` reads: lines of its own file, or W3C Web Annotation.
const length_ = text => [...text].length;

function decided() {
  const found = Object.entries(data.targets).map(([, given]) => ({ given, decision: decisions[given.slice(0, 2).join(" ")] }));
  return found.filter(one => one.decision).sort((a, b) => (a.given[1] < b.given[1] ? -1 : 1));
}

// Without a hash: the words around the place say as much, and the hash is made of them.
function side([number, start, exact, prefix, suffix, value]) {
  return { path: data.names[number][0], exact, prefix, suffix, hash: "", start, value };
}

// One decision a line, as `crosscheck-decisions.jsonl` has them.
function asLines() {
  return decided().map(({ given: [rule, id, claim, evidence], decision: { decision, reason, by, on } }) =>
    JSON.stringify({ id, rule, decision, reason, by, on, claim: side(claim), evidence: evidence && side(evidence) }) + "\n").join("");
}

function resource([number, start, exact, prefix, suffix]) {
  const words = { type: "TextQuoteSelector", exact, prefix, suffix };
  const position = { type: "TextPositionSelector", start, end: start + length_(exact) };
  return { type: "SpecificResource", source: data.names[number][1], selector: [words, position] };
}

function annotation({ given: [rule, id, claim, evidence], decision: { decision, reason, by, on } }) {
  const body = [["classifying", rule], ["tagging", decision], ["commenting", reason]].map(([purpose, value]) => ({ type: "TextualBody", purpose, value }));
  if (evidence) body.push({ ...resource(evidence), purpose: "linking" });
  return {
    id: `urn:crosscheck:finding:${encodeURIComponent(id)}:${encodeURIComponent(data.names[claim[0]][1])}`,
    type: "Annotation", motivation: "assessing", creator: { type: "Person", name: by }, created: `${on}T00:00:00Z`, body, target: resource(claim),
  };
}

function asAnnotations() {
  const items = decided().map(annotation);
  const own = "urn:crosscheck:decisions";
  const page = { id: own + ":1", type: "AnnotationPage", partOf: own, startIndex: 0, items };
  return JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", id: own, type: "AnnotationCollection", label: "crosscheck", total: items.length, first: page }, null, 1) + "\n";
}

function download(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function listenToExport() {
  one("#export").addEventListener("click", () => download(asLines(), "application/jsonl", "crosscheck-decisions.jsonl"));
  one("#export-annotation").addEventListener("click", () => download(asAnnotations(), "application/ld+json", "crosscheck-decisions.jsonld"));
}
