/* What is missing at a glance: a field with words in one language and none in the other. */

const form = document.getElementById("release_form")
const rule = JSON.parse(document.getElementById("newsroom-translated")?.textContent ?? "null")
const LANGUAGES = { zh_hant: "zh-hant", en: "en" }

function hasWords(field) {
  // An empty editor is a paragraph without words.
  return Boolean(field?.value.replace(/<[^>]*>/g, "").trim())
}

/* The fields that are one unit with a field: a quote is printed of three. */
function unit(stem, name) {
  const isPrinted = stem.startsWith("releases_quote_set") && rule.printed.includes(name)
  return isPrinted ? rule.printed : [name]
}

function* pairs() {
  for (const field of form.querySelectorAll('[name$="_zh_hant"]')) {
    const [, stem, name] = field.name.match(/^(?:(.+-(?:\d+|__prefix__))-)?(.+)_zh_hant$/)
    if (!rule.fields.includes(name) || stem?.endsWith("__prefix__")) continue
    yield { stem: stem ?? "", name }
  }
}

function at({ stem }, name, language) {
  return form.elements[`${stem ? `${stem}-` : ""}${name}_${language}`]
}

function look() {
  const chosen = new Set([...form.querySelectorAll("[name=languages]:checked")].map((box) => box.value))
  const counts = new Map()
  for (const pair of pairs()) {
    const isThere = (language) => unit(pair.stem, pair.name).some((name) => hasWords(at(pair, name, language)))
    for (const [language, other] of [["zh_hant", "en"], ["en", "zh_hant"]]) {
      const field = at(pair, pair.name, language)
      const isMissing = chosen.has(LANGUAGES[language]) && !isThere(language) && isThere(other)
      const box = field.closest(".fieldBox, .form-row")
      if (isMissing !== box.classList.contains("is-missing")) mark(box, isMissing && rule.words[LANGUAGES[language]])
      if (isMissing && !field.closest(".inline-related")?.classList.contains("for-deletion")) {
        const section = field.closest("section.part")
        counts.set(section?.id, (counts.get(section?.id) ?? 0) + 1)
      }
    }
  }
  for (const link of document.querySelectorAll(".contents a")) {
    const count = counts.get(link.hash.slice(1))
    let badge = link.querySelector(".contents__missing")
    if (!badge && count) {
      badge = Object.assign(document.createElement("span"), { className: "contents__missing" })
      link.append(" ", badge)
    }
    if (badge) {
      badge.hidden = !count
      badge.textContent = count ? rule.words.count.replace("%s", count) : ""
    }
  }
}

function mark(box, words) {
  box.classList.toggle("is-missing", Boolean(words))
  box.querySelector(":scope .is-missing__note")?.remove()
  if (words) {
    const note = Object.assign(document.createElement("span"), { className: "is-missing__note", textContent: words })
    box.querySelector("label")?.after(note)
  }
}

let waiting = null
function soon() {
  clearTimeout(waiting)
  waiting = setTimeout(look, 250)
}

if (form && rule) {
  for (const name of ["input", "change"]) form.addEventListener(name, soon)
  for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, soon)
  django.jQuery(look)
}
