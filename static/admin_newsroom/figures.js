/* The figures of the body: pictures dropped and pasted, what a crop keeps, who is in the picture. */

import { addButtons, focusFirst, refresh } from "newsroom-admin/order"
import { holdsFiles, mayUpload, pastedPictures, upload } from "newsroom-admin/pictures"

const FIGURES = "releases_figure_set"
const QUOTES = "releases_quote_set"
const PEOPLE = "personinpicture_set"

const field = (row, name) => row.querySelector(`[name$="-${name}"]`)
const figures = () => [...document.querySelectorAll(`.dynamic-${FIGURES}`)]
const keyOf = (block) => block.querySelector(`[name="${block.id}-key"]`)
const labelOf = (block) => block.querySelector(":scope > h3 .inline_label").textContent.trim()

/* What is new gets its key here, so that others may point to it before it is saved. */
function giveKey(block) {
  const key = keyOf(block)
  if (key && !key.value) {
    key.value = [...crypto.getRandomValues(new Uint8Array(4))].map((b) => b.toString(16).padStart(2, "0")).join("")
  }
}

function choose(select, value, label) {
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(label, value))
  select.value = value
}

/* Files */

const body = () => document.querySelector(".order-machine")
const pictureOf = (figure) => figure.querySelector("select[data-upload]")

function mayAddFigures() {
  const { pluginsByPrefix, currentRegion } = window.ContentEditor
  const regions = pluginsByPrefix[FIGURES]?.regions
  return (!regions || regions.includes(currentRegion)) && mayUpload(pictureOf(document.getElementById(`${FIGURES}-empty`)))
}

/* The blocks that are shown, from the top. */
const blocks = () =>
  [...document.querySelectorAll(`.order-machine > .inline-related[data-region="${window.ContentEditor.currentRegion}"]`)]
    .filter((block) => !block.matches(".empty-form"))
    .sort((a, b) => a.style.order - b.style.order)

const after = (block) => blocks()[blocks().indexOf(block) + 1]

/* A new figure before a block, or at the end. */
function addFigure(before) {
  window.ContentEditor._insertBefore = before ?? null
  window.ContentEditor.addContent(FIGURES)
  return figures().at(-1)
}

/* The first file for the figure that it was given to, the others for new ones after it. */
async function place(files, { figure, before }) {
  const places = []
  for (const file of files) {
    const target = figure ?? addFigure(before)
    if (figure) before = after(figure)
    figure = null
    places.push([pictureOf(target), file])
  }
  for (const [select, file] of places) await upload(select, file)
}

/* Where a dragged file would go: into the figure under it, or before or after another block. */
function targetOf(event) {
  const block = event.target.closest?.(".order-machine > .inline-related")
  if (!block) return { before: null }
  const { top, height } = block.getBoundingClientRect()
  const part = (event.clientY - top) / height
  if (block.matches(`.dynamic-${FIGURES}`) && part > 0.15 && part < 0.85) return { block, figure: block }
  return part < 0.5 ? { block, before: block } : { block, before: after(block), isAfter: true }
}

function mark(target) {
  for (const marked of document.querySelectorAll(".drop-into, .fs-dragover, .drop-end")) {
    marked.classList.remove("drop-into", "fs-dragover", "fs-dragover--after", "drop-end")
  }
  if (!target) return
  if (target.figure) target.figure.classList.add("drop-into")
  else if (target.block) {
    target.block.classList.add("fs-dragover")
    target.block.classList.toggle("fs-dragover--after", Boolean(target.isAfter))
  } else body().classList.add("drop-end")
}

function takeFiles() {
  // Before the rich-text editors, which would look into the file themselves.
  body().addEventListener(
    "dragover",
    (event) => {
      if (!holdsFiles(event) || !mayAddFigures()) return
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = "copy"
      mark(targetOf(event))
    },
    true,
  )
  body().addEventListener(
    "drop",
    (event) => {
      if (!holdsFiles(event) || !mayAddFigures()) return
      event.preventDefault()
      event.stopPropagation()
      const target = targetOf(event)
      mark(null)
      place([...event.dataTransfer.files], target)
    },
    true,
  )
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget || !body().contains(event.relatedTarget)) mark(null)
  })
  body().addEventListener(
    "paste",
    (event) => {
      const files = pastedPictures(event)
      if (!files.length || !mayAddFigures()) return
      event.preventDefault()
      event.stopPropagation()
      const block = event.target.closest(".order-machine > .inline-related")
      place(files, block?.matches(`.dynamic-${FIGURES}`) ? { figure: block } : { before: block && after(block) })
    },
    true,
  )
  body().addEventListener(
    "change",
    (event) => {
      const figure = event.target.closest(`.picture-upload`) && event.target.closest(`.dynamic-${FIGURES}`)
      if (!figure) return
      event.stopPropagation()
      place([...event.target.files], { figure })
      event.target.value = "" // the same file may be picked again
    },
    true,
  )
}

/* Credit and caption that the file states fill what is still empty, as they do when it is saved. */
function fill(figure, found) {
  for (const [column, texts] of Object.entries(found)) {
    for (const [language, text] of Object.entries(texts)) {
      const area = field(figure, `${column}_${language.replace("-", "_")}`)
      if (!area || area.value.trim()) continue
      area.value = text
      area.dispatchEvent(new Event("input", { bubbles: true }))
    }
  }
}

/* What a crop keeps: a point on the picture, by mouse or arrows, with the crops beside it. */

const STEP = 5 // per cent

function setUpFocus(figure) {
  const frame = figure.querySelector(".picture-thumbnail")
  const numbers = field(figure, "focal_x").closest("fieldset")
  numbers.hidden = !numbers.querySelector(".errorlist")
  frame.setAttribute("role", "application")
  frame.setAttribute("aria-label", gettext("What a crop keeps: click on the picture or use the arrow keys; Delete clears it."))
  const crops = document.createElement("div")
  crops.className = "crops"
  frame.closest(".related-widget-wrapper").after(crops)
  frame.addEventListener("click", (event) => {
    const image = frame.querySelector("img")
    if (!image) return
    const { left, top, width, height } = image.getBoundingClientRect()
    focus(figure, { x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 })
    frame.focus()
  })
  frame.addEventListener("keydown", (event) => {
    if (!frame.querySelector("img")) return
    const { x, y } = pointOf(figure) ?? { x: 50, y: 50 }
    const to = {
      ArrowLeft: { x: x - STEP, y },
      ArrowRight: { x: x + STEP, y },
      ArrowUp: { x, y: y - STEP },
      ArrowDown: { x, y: y + STEP },
      Delete: null,
      Backspace: null,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    focus(figure, to)
  })
  showFocus(figure)
}

function pointOf(figure) {
  const [x, y] = ["focal_x", "focal_y"].map((name) => field(figure, name).value)
  return x === "" || y === "" ? null : { x: Number(x), y: Number(y) }
}

function focus(figure, point) {
  const percent = (number) => String(Math.round(Math.min(100, Math.max(0, number))))
  for (const axis of ["x", "y"]) {
    const input = field(figure, `focal_${axis}`)
    input.value = point ? percent(point[axis]) : ""
    input.dispatchEvent(new Event("input", { bubbles: true }))
  }
  showFocus(figure)
  const now = pointOf(figure)
  document.getElementById("newsroom-announcement").textContent = now
    ? interpolate(gettext("%(x)s from the left, %(y)s from the top"), { x: `${now.x}%`, y: `${now.y}%` }, true)
    : gettext("No point is kept.")
}

function showFocus(figure) {
  const frame = figure.querySelector(".picture-thumbnail")
  const image = frame.querySelector("img")
  const crops = figure.querySelector(".crops")
  const point = pointOf(figure)
  frame.querySelector(".focal-point")?.remove()
  crops.replaceChildren()
  frame.tabIndex = image ? 0 : -1
  if (!image) {
    frame.textContent = mayUpload(pictureOf(figure)) ? gettext("Drop a picture here, or paste it.") : ""
    return
  }
  if (point) {
    const dot = document.createElement("span")
    dot.className = "focal-point"
    dot.style.left = `${point.x}%`
    dot.style.top = `${point.y}%`
    frame.append(dot)
  }
  for (const [shape, name] of [["wide", "16:9"], ["square", "1:1"]]) {
    const crop = document.createElement("figure")
    const shown = document.createElement("img")
    shown.className = `crop crop--${shape}`
    shown.src = image.src
    shown.alt = ""
    shown.style.objectPosition = point ? `${point.x}% ${point.y}%` : ""
    const caption = document.createElement("figcaption")
    caption.textContent = name
    crop.append(shown, caption)
    crops.append(crop)
  }
}

/* Who is in the picture: rows of a list of the form, shown within their figure. */

const peopleOf = (figure) => ({
  rows: () => [...figure.querySelectorAll(`.dynamic-${PEOPLE}`)].sort((a, b) => a.style.order - b.style.order),
  write: (row, index) => {
    row.style.order = index + 1
    field(row, "ordering").value = index
  },
})

let figureToFill = null

function setUpPeople(figure) {
  const adding = document.querySelector(`#${PEOPLE}-group .add-row a`)
  const list = document.createElement("div")
  list.className = "people"
  list.setAttribute("role", "group")
  list.setAttribute("aria-label", gettext("People in the picture"))
  figure.querySelector(":scope > fieldset:last-of-type").after(list)
  if (!adding) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "addlink people__add"
  button.textContent = gettext("Add a person in the picture")
  button.addEventListener("click", () => {
    figureToFill = figure
    adding.click()
    figureToFill = null
  })
  list.append(button)
}

function takeIn(figure, row) {
  const list = peopleOf(figure)
  const count = list.rows().length
  choose(field(row, "figure_key"), keyOf(figure).value, labelOf(figure))
  // To the editor of the body, every such row is a block.
  row.classList.remove("inline-related")
  row.classList.add("person-row")
  row.querySelector(".fieldBox.field-figure_key").parentElement.hidden = true
  figure.querySelector(".people").append(row)
  list.write(row, count)
  addButtons(list, row)
  refresh(list)
  row.addEventListener("click", (event) => {
    if (!event.target.closest(".delete")) return
    event.stopPropagation() // the body would mark the figure
    row.classList.toggle("for-deletion", field(row, "DELETE").checked)
  })
  row.querySelector(".inline-deletelink")?.addEventListener("click", () => figure.querySelector(".people__add").focus())
}

function gatherPeople() {
  const group = document.getElementById(`${PEOPLE}-group`)
  if (!group) return
  const byKey = new Map(figures().map((figure) => [keyOf(figure)?.value, figure]))
  const numberOf = (row) => Number(field(row, "ordering")?.value)
  const rows = [...group.querySelectorAll(`.dynamic-${PEOPLE}`)].sort((a, b) => numberOf(a) - numberOf(b))
  const left = rows.filter((row) => {
    const figure = byKey.get(field(row, "figure_key")?.value)
    if (figure) takeIn(figure, row)
    return !figure
  })
  if (left.length) return
  const section = group.closest(".part")
  section.hidden = true
  document.querySelector(`.contents a[href="#${section.id}"]`)?.closest("li").remove()
}

/* A figure that goes takes along who is in it. */
function takeAlong(figure, isGone) {
  for (const row of peopleOf(figure).rows()) {
    const box = field(row, "DELETE")
    if (box) {
      box.checked = isGone
      row.classList.toggle("for-deletion", isGone)
    }
  }
}

/* The quotes that a caption may carry, with those that are not saved yet. */
function offerQuotes(select) {
  for (const quote of document.querySelectorAll(`.dynamic-${QUOTES}`)) {
    const key = keyOf(quote)?.value
    const text = field(quote, "text_zh_hant").value || field(quote, "text_en").value
    if (key && text && ![...select.options].some((option) => option.value === key)) {
      select.add(new Option(text.slice(0, 60), key))
    }
  }
}

function setUpFigure(figure) {
  if (!keyOf(figure)) return // shown only
  giveKey(figure)
  figure.querySelector(".picture-upload input").multiple = true
  setUpFocus(figure)
  setUpPeople(figure)
}

document.addEventListener("content-editor:ready", () => {
  if (!body() || !document.getElementById(`${FIGURES}-empty`)) return
  figures().forEach(setUpFigure)
  document.querySelectorAll(`.dynamic-${QUOTES}`).forEach(giveKey)
  gatherPeople()
  takeFiles()
  document.addEventListener("formset:added", ({ target: row, detail }) => {
    if (detail.formsetName === FIGURES) setUpFigure(row)
    if (detail.formsetName === QUOTES) giveKey(row)
    if (detail.formsetName === PEOPLE && figureToFill) {
      row.querySelector(".inline_label").textContent = ""
      takeIn(figureToFill, row)
      focusFirst(row)
    }
  })
  document.addEventListener("formset:removed", ({ detail }) => {
    if (detail.formsetName === PEOPLE) figures().forEach((figure) => refresh(peopleOf(figure)))
  })
  body().addEventListener("picture:shown", ({ target }) => {
    const figure = target.closest(`.dynamic-${FIGURES}`)
    if (figure) focus(figure, null)
  })
  body().addEventListener("picture:chosen", ({ target, detail }) => {
    const figure = target.closest(`.dynamic-${FIGURES}`)
    if (figure) fill(figure, detail.words)
  })
  body().addEventListener("focusin", ({ target }) => {
    if (target.matches('select[name$="-quote_key"]')) offerQuotes(target)
  })
  body().addEventListener("click", ({ target }) => {
    const figure = target.matches(".delete > input") && target.closest(`.dynamic-${FIGURES}`)
    if (figure) takeAlong(figure, target.checked)
  })
})
