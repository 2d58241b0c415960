/* What needs translating: a label leads to its field, a check is made without leaving the form. */

const FIELDS = { printed: "text" } // a quote is one unit; its words are where a writer begins

function fieldOf({ part, field, language }) {
  const suffix = `${FIELDS[field] ?? field}_${language.replace("-", "_")}`
  if (!part) return document.getElementById(`id_${suffix}`)
  const key = document.querySelector(`input[name$="-key"][value="${part}"]`)
  return key && document.getElementById(`id_${key.name.replace(/key$/, suffix)}`)
}

export function goTo(place) {
  const field = fieldOf(place)
  if (!field) return false
  const tab = document.querySelector(`.tabs.regions .tab[data-region="${field.closest("[data-region]")?.dataset.region}"]`)
  if (tab && !tab.classList.contains("active")) tab.click()
  for (const fold of [field.closest("details"), field.closest(".part")?.querySelector(":scope > details")]) {
    if (fold) fold.open = true
  }
  field.closest(".inline-related")?.classList.remove("collapsed")
  const editor = field.closest(".prose-editor, .form-row, .fieldBox, div")?.querySelector(".ProseMirror") ?? field
  editor.scrollIntoView({ block: "center" })
  editor.focus()
  return true
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-field]")
  if (link && goTo(link.dataset)) event.preventDefault()
})

document.getElementById("check-translation")?.addEventListener("submit", async (event) => {
  event.preventDefault()
  const button = event.submitter
  const data = new FormData(event.target, button)
  button.disabled = true
  const answer = await fetch(event.target.action, {
    method: "POST",
    body: data,
    headers: { Accept: "application/json" },
  }).catch(() => null)
  const row = button.closest(".translation__row")
  if (answer?.ok) {
    const list = row.parentElement
    const next = row.nextElementSibling ?? row.previousElementSibling
    row.remove()
    if (next) next.querySelector("button").focus()
    else list.closest("section").remove()
    return
  }
  button.disabled = false
  const problem = (await answer?.json().catch(() => null))?.problem
  if (problem) row.append(Object.assign(document.createElement("p"), { className: "errornote", role: "alert", textContent: problem }))
})
