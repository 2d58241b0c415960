/* “/” goes to the search box, as long as nobody is writing. */

document.addEventListener("keydown", (event) => {
  const isWriting = event.target.closest("input, textarea, select, [contenteditable=true]")
  if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  document.querySelector(".search-everything input")?.focus()
})
