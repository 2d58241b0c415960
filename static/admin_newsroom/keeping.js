/* Nothing typed is lost: the browser keeps what is in the form until the server has saved it.

   One record per form that was opened (its token), under user and release, so that two tabs keep two.
   What the server has saved, it names by the token; what is older than 30 days is let go. */

const form = document.getElementById("release_form")
const bar = document.getElementById("newsroom-kept")
const WAIT = 400 // ms after the last key
const DAYS = 30 * 24 * 60 * 60 * 1000

const isResumed = Boolean(bar?.querySelector("[data-resumed]"))
const { user, release, saved } = JSON.parse(document.getElementById("newsroom-keeping")?.textContent ?? "{}")
const prefix = `newsroom-kept:${user}:${release}:`
const token = () => form.elements.token.value
const NOT_TYPED = new Set(["csrfmiddlewaretoken", "_resume"])

function values() {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_TYPED.has(name))
}

/* What is in the form but for what names it: two forms with the same words are the same. */
function words(fields) {
  return JSON.stringify(fields.filter(([name]) => !["token", "seen"].includes(name)))
}

let untouched = null
let waiting = null
let isLeavingWithSave = false

function isTouched() {
  return untouched !== null && words(values()) !== untouched
}

function keep() {
  clearTimeout(waiting)
  if (untouched === null) return
  const fields = values()
  if (words(fields) === untouched) {
    localStorage.removeItem(prefix + token())
    return
  }
  const record = JSON.stringify({ at: Date.now(), fields })
  try {
    localStorage.setItem(prefix + token(), record)
  } catch {
    // No room: what is oldest goes, of whatever release.
    const oldest = kept("newsroom-kept:").at(-1)
    if (oldest) localStorage.removeItem(oldest.name)
    try {
      localStorage.setItem(prefix + token(), record)
    } catch {
      bar.querySelector("[data-full]").hidden = false
    }
  }
}

function soon() {
  clearTimeout(waiting)
  waiting = setTimeout(keep, WAIT)
}

/* Records by name, the newest first. */
function kept(begin) {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(begin))
    .map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) }))
    .sort((a, b) => b.at - a.at)
}

function offer() {
  for (const { name, at } of kept("newsroom-kept:")) {
    const isSaved = saved.includes(name.split(":").at(-1))
    if (isSaved || Date.now() - at > DAYS) localStorage.removeItem(name)
  }
  if (isResumed) return
  const found = kept(prefix).find(({ fields }) => words(fields) !== untouched)
  if (!found) return
  const moment = new Date(found.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" })
  bar.querySelector("[data-moment]").textContent = moment
  bar.querySelector("[data-offer]").hidden = false
  bar.querySelector("[data-show]").addEventListener("click", () => {
    const again = document.createElement("form")
    again.method = "post"
    const fields = [
      ...found.fields.filter(([name]) => name !== "csrfmiddlewaretoken"),
      ["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value],
      ["_resume", "1"],
    ]
    for (const [name, value] of fields) {
      const input = document.createElement("textarea")
      input.name = name
      input.value = value
      again.append(input)
    }
    again.hidden = true
    document.body.append(again)
    isLeavingWithSave = true
    again.submit()
  })
  bar.querySelector("[data-discard]").addEventListener("click", () => {
    for (const { name } of kept(prefix)) localStorage.removeItem(name)
    bar.querySelector("[data-offer]").hidden = true
    form.querySelector("textarea, input:not([type=hidden])")?.focus()
  })
}

if (form && bar) {
  // After the editors have set the form up; what was shown again is kept still.
  window.addEventListener("load", () =>
    setTimeout(() => {
      untouched = isResumed ? "" : words(values())
      offer()
    }, 500),
  )
  for (const name of ["input", "change", "newsroom:changed"]) form.addEventListener(name, soon)
  for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, soon)
  django.jQuery(form).on("change", "select", soon) // autocompletes tell only jQuery
  form.addEventListener("submit", () => {
    keep()
    isLeavingWithSave = true
  })
  window.addEventListener("pagehide", keep)
  window.addEventListener("beforeunload", (event) => {
    if (!isLeavingWithSave && isTouched()) event.preventDefault()
  })
}
