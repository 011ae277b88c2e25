// Where crosscheck serves the page: decisions go to its file.
async function tellServer(card, decision) {
  const entry = data.live.entry, [rule, id] = target(card);
  const answer = await fetch("/api/decisions", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Crosscheck-Token": data.live.token },
    body: JSON.stringify({ entry, rule, id, decision: null, ...decision }),
  }).then(async got => [got.ok, await got.json()]).catch(error => [false, { error: String(error) }]);
  if (answer[0]) return location.reload();
  say(`${word("live.failed")} ${answer[1].error}`);
}
