/* Who else has this release open: asked while the page is looked at, told when it is left. */

const line = document.getElementById("newsroom-presence")
const EVERY = 15_000 // ms; the server forgets after 45 s

function body(more = {}) {
  const data = new FormData()
  data.set("csrfmiddlewaretoken", document.querySelector("#release_form [name=csrfmiddlewaretoken]").value)
  for (const [name, value] of Object.entries(more)) data.set(name, value)
  return data
}

function say(names) {
  const words = names.length ? line.dataset.words.replace("%s", names.join(line.dataset.comma)) : ""
  if (line.textContent !== words) line.textContent = words
}

async function ask() {
  if (document.visibilityState !== "visible") return
  const answer = await fetch(line.dataset.address, { method: "POST", body: body() }).catch(() => null)
  if (answer?.ok) say((await answer.json()).others)
}

if (line?.dataset.address) {
  say(JSON.parse(document.getElementById("newsroom-others").textContent))
  setInterval(ask, EVERY)
  document.addEventListener("visibilitychange", ask)
  window.addEventListener("pagehide", () => navigator.sendBeacon(line.dataset.address, body({ leave: "1" })))
}
