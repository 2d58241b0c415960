/* The page of what is typed, beside the form: the server renders it by the code of the public page. */

const pane = document.getElementById("newsroom-preview")
const form = document.getElementById("release_form")
const frame = pane?.querySelector("iframe")
const tabs = [...(pane?.querySelectorAll("[data-language]") ?? [])]
const toggles = [...document.querySelectorAll("[data-opens-preview]")]
const status = pane?.querySelector("[role=status]")
const WAIT = 600 // ms after the last key
const OPEN = "newsroom-preview"

let language = localStorage.getItem(`${OPEN}-language`)
let asked = null
let waiting = null

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  const shown = frame.contentDocument
  if (shown?.body?.childElementCount && shown.documentElement.lang === page.documentElement.lang) {
    // In place, so that it neither flickers nor scrolls.
    shown.body.replaceChildren(...page.body.childNodes)
    return
  }
  frame.srcdoc = html
}

async function update() {
  asked?.abort()
  asked = new AbortController()
  pane.classList.add("is-updating")
  try {
    const answer = await fetch(pane.dataset.address.replace("LANGUAGE", language), {
      method: "POST",
      body: new FormData(form),
      signal: asked.signal,
    })
    if (!answer.ok) throw new Error(answer.status)
    show(await answer.text())
    status.textContent = ""
  } catch (error) {
    if (error.name === "AbortError") return
    status.textContent = pane.dataset.failed
  }
  pane.classList.remove("is-updating")
}

function soon() {
  if (pane.hidden) return
  clearTimeout(waiting)
  waiting = setTimeout(update, WAIT)
}

function choose(code) {
  language = code
  localStorage.setItem(`${OPEN}-language`, code)
  for (const tab of tabs) tab.setAttribute("aria-pressed", tab.dataset.language === code)
  update()
}

function open(isOpen, { focus = true } = {}) {
  pane.hidden = !isOpen
  document.documentElement.classList.toggle("with-preview", isOpen)
  localStorage.setItem(OPEN, isOpen ? "open" : "")
  for (const toggle of toggles) toggle.setAttribute("aria-expanded", isOpen)
  if (isOpen) choose(tabs.some((tab) => tab.dataset.language === language) ? language : tabs[0].dataset.language)
  if (focus) (isOpen ? tabs.find((tab) => tab.dataset.language === language) : toggles[0])?.focus()
}

if (pane && form) {
  frame.addEventListener("load", () => {
    // What is shown leads nowhere.
    frame.contentDocument.addEventListener("click", (event) => event.preventDefault(), true)
    frame.contentDocument.addEventListener("submit", (event) => event.preventDefault(), true)
  })
  for (const toggle of toggles) toggle.addEventListener("click", () => open(pane.hidden))
  pane.querySelector("[data-closes-preview]").addEventListener("click", () => open(false))
  for (const tab of tabs) tab.addEventListener("click", () => choose(tab.dataset.language))
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyP") {
      event.preventDefault()
      open(pane.hidden)
    }
  })
  pane.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false)
  })
  for (const name of ["input", "change", "newsroom:changed"]) form.addEventListener(name, soon)
  for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, soon)
  django.jQuery(form).on("change", "select", soon) // autocompletes tell only jQuery
  // On a telephone it would stand before the form.
  if (localStorage.getItem(OPEN) && matchMedia("(min-width: 1024px)").matches) {
    django.jQuery(() => setTimeout(() => open(true, { focus: false })))
  }
}
