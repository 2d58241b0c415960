/* Moving the rows of a list: by buttons, by dragging, and said aloud.
 *
 * Rows are placed by the CSS property "order" and never moved in the page: Django numbers the forms
 * of a list by their place in the page, and rich-text editors would lose their state. The tab order
 * follows the places by "reading-flow" (body.css).
 */

export const words = JSON.parse(document.getElementById("newsroom-words").textContent)

/* A list: ``rows()`` gives its rows in order, ``write(row, place)`` notes a new place. */
export function move(list, row, by) {
  const rows = list.rows()
  const from = rows.indexOf(row)
  const to = from + by
  if (from < 0 || to < 0 || to >= rows.length) return
  place(list, row, to)
}

export function place(list, row, to) {
  const rows = list.rows().filter((other) => other !== row)
  rows.splice(to, 0, row)
  rows.forEach((other, index) => list.write(other, index))
  refresh(list)
  row.scrollIntoView({ block: "nearest" })
  const named = { what: nameOf(row), place: to + 1, count: rows.length }
  document.getElementById("newsroom-announcement").textContent = words.moved.replace(
    /%\((\w+)\)s/g,
    (_match, name) => named[name],
  )
  row.dispatchEvent(new Event("change", { bubbles: true }))
}

/* The first cannot go up and the last not down; the buttons stay where they are, and keep the focus. */
export function refresh(list) {
  const rows = list.rows()
  rows.forEach((row, index) => {
    row.querySelector(".move--up")?.setAttribute("aria-disabled", index === 0)
    row.querySelector(".move--down")?.setAttribute("aria-disabled", index === rows.length - 1)
  })
}

export function addButtons(list, row) {
  if (row.querySelector(":scope > h3 .move")) return
  const buttons = document.createElement("span")
  buttons.className = "moves"
  for (const [kind, label, icon, by] of [
    ["up", words.moveUp, "arrow_upward", -1],
    ["down", words.moveDown, "arrow_downward", 1],
  ]) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = `move move--${kind} material-icons`
    button.textContent = icon
    button.title = label
    button.setAttribute("aria-label", `${label}: ${nameOf(row)}`)
    button.addEventListener("click", (event) => {
      event.preventDefault()
      event.stopPropagation() // a click on the header of a block folds it
      move(list, row, by)
      button.focus()
    })
    buttons.append(button)
  }
  row.querySelector(":scope > h3 > b").before(buttons)
}

/* The first field of a row that was added, once its autocompletes stand. */
export function focusFirst(row) {
  const fields = ".select2-selection, select:not(.select2-hidden-accessible), textarea, input:not([type=hidden])"
  setTimeout(() => [...row.querySelectorAll(fields)].find((field) => field.checkVisibility())?.focus())
}

function nameOf(row) {
  const kind = row.querySelector(":scope > h3 > b").textContent.replace(/[:：]\s*$/, "")
  const label = row.querySelector(":scope > h3 .inline_label")?.textContent.trim()
  return label ? `${kind} ${label}` : kind
}
