/* The ordered lists of a release (key points, signatories …), and the note about unsaved changes. */

import { addButtons, focusFirst, place, refresh } from "newsroom-admin/order"

function orderedList(group) {
  return {
    rows: () =>
      [...group.querySelectorAll(".inline-related:not(.empty-form)")].sort((a, b) => a.style.order - b.style.order),
    write: (row, index) => {
      row.style.order = index + 1
      row.querySelector('[name$="-ordering"]').value = index
    },
  }
}

function setUp(group) {
  const list = orderedList(group)
  group.classList.add("ordered-list--by-buttons")
  const byNumber = list.rows().sort((a, b) => numberOf(a) - numberOf(b))
  byNumber.forEach((row, index) => {
    row.style.order = index + 1
    makeMovable(list, row)
  })
  refresh(list)
  group.addEventListener("formset:added", (event) => {
    const row = event.target
    row.style.order = 10_000
    row.querySelector(".inline_label").textContent = ""
    list.rows().forEach(list.write)
    makeMovable(list, row)
    refresh(list)
    focusFirst(row)
  })
  document.addEventListener("formset:removed", ({ detail }) => {
    refresh(list)
    if (group.id === `${detail.formsetName}-group`) group.querySelector(".add-row a").focus()
  })
  group.addEventListener("click", (event) => {
    const box = event.target.closest(".delete input")
    box?.closest(".inline-related").classList.toggle("for-deletion", box.checked)
  })
}

function numberOf(row) {
  return Number(row.querySelector('[name$="-ordering"]')?.value ?? 0)
}

let dragged = null

function makeMovable(list, row) {
  if (!row.querySelector('[name$="-ordering"]')) return // shown only
  addButtons(list, row)
  const handle = row.querySelector(":scope > h3")
  handle.draggable = true
  handle.addEventListener("dragstart", (event) => {
    dragged = { list, row }
    event.dataTransfer.effectAllowed = "move"
  })
  handle.addEventListener("dragend", () => {
    dragged = null
  })
  row.addEventListener("dragover", (event) => {
    if (dragged?.list === list) event.preventDefault()
  })
  row.addEventListener("drop", (event) => {
    if (dragged?.list !== list || dragged.row === row) return
    event.preventDefault()
    place(list, dragged.row, list.rows().indexOf(row))
  })
}

function noteUnsavedChanges() {
  const note = document.getElementById("newsroom-unsaved")
  if (!note) return
  const say = () => {
    note.textContent = note.dataset.text
  }
  const form = note.closest("form")
  form.addEventListener("input", say)
  form.addEventListener("change", say)
  django.jQuery(form).on("change", "select", say) // autocompletes tell only jQuery
  document.addEventListener("formset:added", say)
}

/* Textareas grow with their words; where the browser does not do that by itself (field-sizing). */
function grow() {
  if (CSS.supports("field-sizing", "content")) return
  const fit = (area) => {
    area.style.height = "auto"
    area.style.height = `${area.scrollHeight + 2}px`
  }
  document.querySelectorAll("textarea.plain-text").forEach(fit)
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea.plain-text")) fit(event.target)
  })
}

// After Django's own set-up of the lists, which also waits for jQuery.
django.jQuery(() => {
  // People in pictures are ordered within their figures (figures.js).
  document.querySelectorAll(".ordered-list:not(#personinpicture_set-group)").forEach(setUp)
  noteUnsavedChanges()
  grow()
})
