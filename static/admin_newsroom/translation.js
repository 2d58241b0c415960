/* A label leads to its field, with the words that it is about selected; a translation is checked without leaving the form. */

import { fold } from "newsroom-admin/folding"

// A quote is one unit: what is looked for may stand in any of its fields; its words are where a writer begins.
const COLUMNS = { printed: ["text", "lead_in", "follow_on"], languages: ["languages_0"] }

function fieldOf({ part, field, language, excerpt }) {
  const key = part && document.querySelector(`input[name$="-key"][value="${part}"]`)
  if (part && !key) return null
  const stem = part ? key.name.replace(/key$/, "") : ""
  const fields = (COLUMNS[field] ?? [field])
    .map((column) => document.getElementById(`id_${stem}${column}${language ? `_${language.replace("-", "_")}` : ""}`))
    .filter(Boolean)
  return fields.find((one) => excerpt && one.value.includes(excerpt)) ?? fields[0]
}

/* Put the cursor on the words. A rich-text editor counts a break in a line as one character. */
function select(field, editor, excerpt) {
  if (!editor) {
    const at = excerpt ? (field.value ?? "").indexOf(excerpt) : -1
    if (at >= 0) field.setSelectionRange?.(at, at + excerpt.length)
    return
  }
  let range = null
  editor.state.doc.descendants((node, position) => {
    if (range || !node.isTextblock) return !range
    const at = excerpt ? node.textBetween(0, node.content.size, "\n", "\n").indexOf(excerpt) : -1
    if (at >= 0) range = { from: position + 1 + at, to: position + 1 + at + excerpt.length }
    return false
  })
  if (range) editor.commands.setTextSelection(range)
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
  if (field.closest(".part.is-folded")) fold(field.closest(".part"), false)
  const prose = field.closest(".prose-editor, .form-row, .fieldBox, div")?.querySelector(".ProseMirror")
  const shown = prose ?? field
  shown.scrollIntoView({ block: "center" })
  shown.focus()
  select(field, prose?.editor, place.excerpt)
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
