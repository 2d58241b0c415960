/* The glossary beside the field that one writes in: what stands in the other language, and what it is
 * called in this one. A click or a key puts it where the cursor is. */

const LANGUAGES = { zh_hant: "zh-hant", en: "en" }
const NAME = new RegExp(`_(${Object.keys(LANGUAGES).join("|")})$`)

const form = document.getElementById("release_form")
const address = document.querySelector('meta[name="newsroom-terms"]').content
const known = new Map() // what was asked before
let shown = null // { field, panel }

/* The field that an element writes in; a rich-text editor writes in a hidden one. */
function fieldOf(element) {
  const field = element.closest?.(".prose-editor")?.querySelector("textarea") ?? element
  return field.matches?.("textarea, input[type=text]") && NAME.test(field.name) ? field : null
}

function otherOf(field) {
  const column = NAME.exec(field.name)[1]
  const other = Object.keys(LANGUAGES).find((name) => name !== column)
  return { language: LANGUAGES[other], text: wordsOf(form.elements[field.name.replace(NAME, `_${other}`)]) }
}

function wordsOf(field) {
  if (!field?.closest(".prose-editor")) return field?.value.trim() ?? ""
  const page = new DOMParser().parseFromString(field.value.replace(/<br>|<\/(p|li)>/g, "$&\n"), "text/html")
  return page.body.textContent.trim()
}

async function termsIn({ language, text }) {
  const asked = `${language} ${text}`
  if (!known.has(asked)) {
    const data = new FormData()
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value)
    data.append("language", language)
    data.append("words", text)
    const answer = await fetch(address, { method: "POST", body: data }).catch(() => null)
    if (!answer?.ok || answer.redirected) return [] // help that is not there is no error
    known.set(asked, (await answer.json()).terms)
  }
  return known.get(asked)
}

async function show(field) {
  const other = otherOf(field)
  const terms = other.text ? await termsIn(other) : []
  if (!terms.length || fieldOf(document.activeElement) !== field || shown?.field === field) return
  hide()
  const panel = document.createElement("div")
  panel.className = "terms"
  panel.setAttribute("role", "group")
  panel.setAttribute("aria-label", gettext("Glossary"))
  for (const { source, target, kind } of terms) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "terms__term"
    button.title = kind
    button.append(source, " → ", Object.assign(document.createElement("b"), { textContent: target }))
    // The cursor stays where it is.
    button.addEventListener("mousedown", (event) => event.preventDefault())
    button.addEventListener("click", () => insert(field, target))
    panel.append(button)
  }
  ;(field.closest(".prose-editor") ?? field).after(panel)
  shown = { field, panel }
}

function hide() {
  shown?.panel.remove()
  shown = null
}

const editorOf = (field) => field.closest(".prose-editor")?.querySelector(".ProseMirror").editor

function insert(field, text) {
  const editor = editorOf(field)
  if (editor) {
    editor.chain().focus().insertContent({ type: "text", text }).run()
    return
  }
  field.focus()
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end")
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

if (form) {
  form.addEventListener("focusin", ({ target }) => {
    const field = fieldOf(target)
    if (field && field !== shown?.field) show(field)
  })
  form.addEventListener("focusout", () => {
    // Not at once: what is being clicked would move away from under the pointer.
    setTimeout(() => {
      const at = document.activeElement
      if (shown && !shown.panel.contains(at) && fieldOf(at) !== shown.field) hide()
    }, 300)
  })
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return
    const { field } = shown
    if (shown.panel.contains(event.target)) (editorOf(field)?.commands ?? field).focus()
    hide()
  })
}
