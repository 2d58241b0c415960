/* While files are read or a draft is made: say so, and take no second click. */

for (const form of document.querySelectorAll("form[data-busy]")) {
  const status = form.querySelector("[role=status][hidden]")
  form.addEventListener("submit", (event) => {
    if (form.classList.contains("is-busy")) {
      event.preventDefault()
      return
    }
    const isQuick = event.submitter?.value && event.submitter.value !== "confirm" && event.submitter.name === "do"
    form.classList.add("is-busy")
    if (isQuick) return
    status.textContent = form.dataset.busy
    status.hidden = false
  })
}

/* A page that comes back from history can be sent again. */
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form.is-busy")) form.classList.remove("is-busy")
})

/* What is dropped beside the field falls into it: a browser would open the file instead. */
const drop = document.querySelector(".drop")
if (drop) {
  const input = drop.querySelector("input[type=file]")
  for (const name of ["dragover", "dragenter"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.add("is-over")
    })
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("is-over")
  })
  document.addEventListener("drop", (event) => {
    event.preventDefault()
    drop.classList.remove("is-over")
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files
  })
}
