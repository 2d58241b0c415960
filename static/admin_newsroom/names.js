/* Names for the fields of select2, which knows no labels: the list itself, what is chosen, what is typed. */

function labelOf(select) {
  const label = select.labels?.[0]
  if (label) label.id ||= `label-${select.id}`
  return label
}

function name(select) {
  const label = labelOf(select)
  const box = select.nextElementSibling?.querySelector(".select2-selection")
  const chosen = box?.querySelector(".select2-selection__rendered")
  if (!label || !chosen) return
  box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`)
  chosen.setAttribute("aria-labelledby", label.id)
}

function nameAll() {
  document.querySelectorAll("select.select2-hidden-accessible").forEach(name)
}

// After the admin's own: jQuery calls in the order in which it was asked.
window.django?.jQuery?.(nameAll)
document.addEventListener("formset:added", () => setTimeout(nameAll))
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-search__field")) return
  const select = document.querySelector(".select2-container--open")?.previousElementSibling
  if (select?.matches("select")) target.setAttribute("aria-labelledby", labelOf(select)?.id ?? "")
})
