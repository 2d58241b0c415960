/* The blocks of the body by keyboard: move, fold, change the region, insert. */

import { addButtons, refresh, words } from "newsroom-admin/order"

function blocksAround(block) {
  const orderOf = (row) => row.querySelector(".order-machine-ordering")
  return {
    rows: () => {
      const region = block.dataset.region
      return [
        ...document.querySelectorAll(`.order-machine .inline-related:not(.empty-form)[data-region="${region}"]`),
      ].sort((a, b) => a.style.order - b.style.order)
    },
    write: (row, index) => {
      // Tens, as the editor itself numbers them.
      orderOf(row).value = row.style.order = (index + 1) * 10
    },
  }
}

function actAsButton(element, label) {
  if (element.dataset.keyboard) return
  element.dataset.keyboard = "yes"
  element.tabIndex = 0
  if (!element.hasAttribute("role")) element.setAttribute("role", "button")
  if (label) element.setAttribute("aria-label", label)
}

function setUpBlock(block) {
  if (!block.querySelector(".order-machine-ordering") || block.querySelector(".moves")) return
  addButtons(blocksAround(block), block)
  const label = block.querySelector(":scope > h3 .inline_label")
  actAsButton(label)
  label.title = words.toggle
  const sayWhetherOpen = () => label.setAttribute("aria-expanded", !block.classList.contains("collapsed"))
  sayWhetherOpen()
  new MutationObserver(sayWhetherOpen).observe(block, { attributeFilter: ["class"] })
  block.querySelector(":scope > h3 .inline_move_to_region")?.setAttribute("aria-label", words.region)
}

/* The regions are tabs: arrows go through them. */
function setUpRegions() {
  const tabs = [...document.querySelectorAll(".tabs.regions .tab")]
  const list = document.createElement("div")
  list.className = "region-tabs"
  list.setAttribute("role", "tablist")
  tabs[0].before(list)
  list.append(...tabs)
  const sayWhichIsOpen = () =>
    tabs.forEach((tab) => tab.setAttribute("aria-selected", tab.classList.contains("active")))
  for (const tab of tabs) {
    tab.setAttribute("role", "tab")
    tab.addEventListener("click", sayWhichIsOpen)
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (step) tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length].focus()
    })
    actAsButton(tab)
  }
  sayWhichIsOpen()
}

/* Cloning would copy the keys of blocks, which are given once; the server refuses it as well. */
function removeCloning() {
  document.querySelector(".plugin-button:not([data-plugin-prefix]):has(.plugin-button-title)")?.remove()
}

function setUpAll() {
  document.querySelectorAll(".order-machine .inline-related:not(.empty-form)").forEach(setUpBlock)
  document.querySelectorAll(".order-machine-insert-target").forEach((target) => actAsButton(target, words.insert))
  document.querySelectorAll(".plugin-button").forEach((element) => actAsButton(element))
  refreshAll()
}

function refreshAll() {
  const seen = new Set()
  for (const block of document.querySelectorAll(".order-machine .inline-related:not(.empty-form)")) {
    if (seen.has(block.dataset.region)) continue
    seen.add(block.dataset.region)
    refresh(blocksAround(block))
  }
}

document.addEventListener("keydown", (event) => {
  const element = event.target
  if (!element.dataset?.keyboard || !["Enter", " "].includes(event.key)) return
  event.preventDefault()
  element.click()
  if (element.matches(".order-machine-insert-target.selected")) {
    document.querySelector(".plugin-buttons .plugin-button:not(.content-editor-hide)")?.focus()
  }
})

// The menu of blocks: arrows go through it, Escape goes back to the place of insertion.
document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".plugin-buttons")
  if (!menu) return
  const buttons = [...menu.querySelectorAll(".plugin-button:not(.content-editor-hide)")]
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) {
    event.preventDefault()
    buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length].focus()
  } else if (event.key === "Escape") {
    document.querySelector(".order-machine-insert-target.selected")?.focus()
  }
})

/* The first field a writer wants in a new block; the editor itself would choose the one for the region. */
function focusFirstField(block) {
  if (block.querySelector('textarea[name*="-html_"]') && !block.querySelector(".ProseMirror")) {
    // The rich-text editor is still being loaded: as soon as it stands.
    const observer = new MutationObserver(() => {
      if (!block.querySelector(".ProseMirror")) return
      observer.disconnect()
      focusFirstField(block)
    })
    observer.observe(block, { childList: true, subtree: true })
    return
  }
  // The rich-text editor hides the field that it writes to.
  const field = [...block.querySelectorAll(".ProseMirror, textarea, select:not(.inline_move_to_region)")].find((field) =>
    field.checkVisibility(),
  )
  if (field?.matches("select.admin-autocomplete")) block.querySelector(".select2-selection")?.focus()
  else field?.focus()
  block.scrollIntoView({ block: "nearest" })
}

/* Errors are seen: in the tab of their region, and from the top of the form, where they are announced. */
function showErrors() {
  const regions = new Set(
    [...document.querySelectorAll(".order-machine .inline-related:has(.errorlist)")].map((b) => b.dataset.region),
  )
  const tabs = [...document.querySelectorAll(".tabs.regions .tab")].filter((tab) => regions.has(tab.dataset.region))
  for (const tab of tabs) tab.classList.add("has-error")
  if (tabs.length && !tabs.some((tab) => tab.classList.contains("active"))) tabs[0].click()
  // After the editor has scrolled to where the form was left.
  setTimeout(() => document.querySelector(".errornote")?.scrollIntoView({ block: "center" }), 250)
}

document.addEventListener("content-editor:ready", () => {
  showErrors()
  removeCloning()
  setUpRegions()
  setUpAll()
  document.addEventListener("formset:added", (event) => {
    setUpAll()
    if (event.target.closest(".order-machine")) setTimeout(() => focusFirstField(event.target), 50)
  })
  document.addEventListener("formset:removed", () => setTimeout(refreshAll))
  document.querySelector(".order-machine").addEventListener("drop", () => setTimeout(refreshAll))
  document.addEventListener("change", (event) => {
    if (event.target.matches(".inline_move_to_region")) setTimeout(refreshAll)
  })
})

// Which django-content-editor asks in English (save_shortcut.js).
const { confirm } = window
window.confirm = (question) => confirm.call(window, gettext(question))
