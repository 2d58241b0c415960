/* The preflight of what is typed: asked again after a pause; a warning is acknowledged without leaving the page. */

const panel = document.getElementById("newsroom-preflight")
const form = document.getElementById("release_form")
const { address, failed } = panel?.dataset ?? {}
const WAIT = 1200 // ms after the last key
let asked = null
let waiting = null

async function update() {
  asked?.abort()
  asked = new AbortController()
  const answer = await fetch(address, { method: "POST", body: new FormData(form), signal: asked.signal }).catch((error) => error)
  if (answer.name === "AbortError") return
  if (!answer.ok || answer.redirected) return say(failed)
  show(await answer.text())
}

/* The list anew, with what was open and where the focus was. */
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  const open = [...panel.querySelectorAll("details")].map((details) => details.open)
  const focused = panel.contains(document.activeElement) && document.activeElement.closest(".finding")?.querySelector("a").dataset.digest
  panel.replaceChildren(...page.body.childNodes)
  panel.querySelectorAll("details").forEach((details, index) => (details.open = open[index] ?? false))
  if (focused) (panel.querySelector(`a[data-digest="${focused}"]`) ?? panel.querySelector("h2")).focus()
}

function say(words, after = panel) {
  after.querySelector("[role=alert]")?.remove()
  after.append(Object.assign(document.createElement("p"), { className: after === panel ? "preflight__failed" : "errornote", role: "alert", textContent: words }))
}

function soon() {
  clearTimeout(waiting)
  waiting = setTimeout(update, WAIT)
}

async function acknowledge(event) {
  event.preventDefault()
  const button = event.submitter
  const finding = button.closest(".finding")
  const body = new FormData(event.target, button)
  button.disabled = true
  const answer = await fetch(event.target.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null)
  if (!answer?.ok) {
    button.disabled = false
    return say((await answer?.json().catch(() => null))?.problem ?? failed, finding)
  }
  const next = (finding.nextElementSibling ?? finding.previousElementSibling)?.querySelector("a")
  await update()
  ;((next && panel.querySelector(`a[data-digest="${next.dataset.digest}"]`)) ?? panel.querySelector("h2")).focus()
}

if (panel && form && address) {
  for (const name of ["input", "change", "newsroom:changed"]) form.addEventListener(name, soon)
  for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, soon)
  django.jQuery(form).on("change", "select", soon) // autocompletes tell only jQuery
  document.getElementById("acknowledge")?.addEventListener("submit", acknowledge)
  // From the page that publishes: once the editors are there.
  const digest = location.hash.startsWith("#finding-") && CSS.escape(location.hash.slice("#finding-".length))
  const wanted = digest && panel.querySelector(`a[data-digest="${digest}"]`)
  if (wanted) addEventListener("load", () => setTimeout(() => wanted.click(), 300))
}
