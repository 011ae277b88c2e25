// Where crosscheck serves the page: decisions go to its file, and a change of the files is told.
async function tellServer(card, decision) {
  const entry = data.live.entry, rule = `${card.dataset.k}/${card.dataset.v}`, id = card.id.slice(2);
  const answer = await fetch("/api/decisions", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Crosscheck-Token": data.live.token },
    body: JSON.stringify({ entry, rule, id, decision: null, ...decision }),
  }).then(async got => [got.ok, await got.json()]).catch(error => [false, { error: String(error) }]);
  if (answer[0]) return location.reload();
  say(`${word("live.failed")} ${answer[1].error}`);
}

function watchServer() {
  if (!data.live) return;
  setInterval(async () => {
    if (document.hidden) return;
    const { version } = await fetch("/api/state").then(got => got.json()).catch(() => ({}));
    if (!version || version === data.live.version) return;
    if (one(".review")) say(word("live.changed"), true); else location.reload();
  }, 2000);
}
