/* The sections of the form fold, and stay as each person left them. */

const KEPT = "newsroom-folded"
const sections = [...document.querySelectorAll("section.part")].filter((section) => !section.querySelector("summary > h2"))
const folded = new Set(JSON.parse(localStorage.getItem(KEPT) ?? "[]"))

export function fold(section, isFolded) {
  section.classList.toggle("is-folded", isFolded)
  section.querySelector(".part__fold")?.setAttribute("aria-expanded", !isFolded)
  folded[isFolded ? "add" : "delete"](section.id)
  localStorage.setItem(KEPT, JSON.stringify([...folded]))
}

for (const section of sections) {
  const heading = section.querySelector("h2")
  const button = Object.assign(document.createElement("button"), { type: "button", className: "part__fold" })
  button.append(...heading.childNodes)
  heading.append(button)
  button.addEventListener("click", () => fold(section, !section.classList.contains("is-folded")))
  fold(section, folded.has(section.id) && !section.querySelector(".errorlist"))
}

const all = document.querySelector("[data-folds-all]")
all?.addEventListener("click", () => {
  const isFolding = sections.some((section) => !section.classList.contains("is-folded"))
  for (const section of sections) fold(section, isFolding)
})

// What is gone to is open.
document.querySelector(".contents")?.addEventListener("click", (event) => {
  const section = event.target.closest("a") && document.querySelector(event.target.closest("a").hash)
  if (section?.classList.contains("is-folded")) fold(section, false)
})
