// A served page loads itself again when a file changes, unless something is being written in it.
function watchServer() {
  if (!data.live) return;
  setInterval(async () => {
    if (document.hidden) return;
    const { version } = await fetch("/api/state").then(got => got.json()).catch(() => ({}));
    if (!version || version === data.live.version) return;
    if (one(".review")) say(word("live.changed"), true); else location.reload();
  }, 2000);
}
