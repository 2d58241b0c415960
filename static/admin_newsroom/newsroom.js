/* What the pages make of two colours, while they are chosen. */

const shown = document.querySelector(".colours[data-address]")

document.addEventListener("input", async ({ target }) => {
  if (!shown || target.type !== "color") return
  const { accent, warm } = target.form.elements
  const chosen = new URLSearchParams({ accent: accent.value, warm: warm.value })
  const answer = await fetch(`${shown.dataset.address}?${chosen}`)
  // Answers may overtake each other while a colour is dragged.
  if (answer.ok && accent.value === chosen.get("accent") && warm.value === chosen.get("warm")) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    shown.replaceChildren(...page.querySelector(".colours").childNodes)
  }
})
