/* Copy links. Each leads to the text itself, on the text version of the release: without JavaScript,
   without a clipboard, or when anything fails, the link is simply followed. */

const copied = document.querySelector("#copied")

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a.copy")
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  try {
    // Safari writes only what was promised during the click, so the text comes as a promise.
    const blob = textOf(link).then((text) => new Blob([text], { type: "text/plain" }))
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])
    say(link)
  } catch {
    location.href = link.href
  }
})

async function textOf(link) {
  if (link.dataset.copy === "address") return link.href
  const url = new URL(link.href)
  const response = await fetch(url.pathname)
  if (!response.ok) throw new Error(response.statusText)
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  return page.getElementById(url.hash.slice(1)).textContent
}

function say(link) {
  copied.textContent = copied.dataset.words
  link.classList.add("copy--done")
  setTimeout(() => {
    copied.textContent = ""
    link.classList.remove("copy--done")
  }, 2500)
}
