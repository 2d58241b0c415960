/* Choosing a picture: the thumbnail follows the choice, and a file becomes one when it is picked,
 * dropped on the field or pasted into it.
 *
 * Announces "picture:chosen" on the select, with what the file says of itself where it was uploaded.
 */

const wrapperOf = (select) => select.closest(".related-widget-wrapper")

/* Who may add a picture is given the link to do so. */
export const mayUpload = (select) => Boolean(select && wrapperOf(select).querySelector(".add-related"))

export const holdsFiles = (event) => Boolean(event.dataTransfer?.types.includes("Files"))

/* The picture in a clipboard that holds nothing to read: Word and Excel add one to their words. */
export function pastedPictures({ clipboardData }) {
  if (!clipboardData || clipboardData.types.includes("text/plain")) return []
  return [...clipboardData.files].filter((file) => file.type.startsWith("image/"))
}

/* Store a file and choose it. What goes wrong is said beside the field. */
export async function upload(select, file) {
  const said = stateOf(select)
  const bar = document.createElement("progress")
  said.className = "picture-state"
  said.replaceChildren(gettext("Uploading…"), " ", file.name, " ", bar)
  const data = new FormData()
  data.append("csrfmiddlewaretoken", select.form.elements.csrfmiddlewaretoken.value)
  data.append("file", file)
  const answer = await post(select.dataset.upload, data, (part) => {
    // All is sent; now it is being stored, for as long as it takes.
    if (part < 1) bar.value = part
    else bar.removeAttribute("value")
  })
  if (!said.contains(bar)) return // another file was chosen meanwhile
  const picture = answer?.response
  if (answer?.status !== 200 || !picture?.sha256) {
    said.classList.add("picture-state--error")
    said.textContent = `${file.name}: ${reason(answer)}`
    return
  }
  said.textContent = ""
  const value = String(picture[select.dataset.knownBy])
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(picture.name, value))
  select.value = value
  django.jQuery(select).trigger("change")
  select.dispatchEvent(new CustomEvent("picture:chosen", { bubbles: true, detail: picture }))
}

function stateOf(select) {
  const wrapper = wrapperOf(select)
  if (!wrapper.nextElementSibling?.matches(".picture-state")) {
    const state = document.createElement("p")
    state.setAttribute("role", "status")
    wrapper.after(state)
  }
  return wrapper.nextElementSibling
}

function reason(answer) {
  if (answer?.response?.error) return answer.response.error
  if (answer?.responseURL.includes("/login/")) {
    return gettext("You are logged out. Log in in another window, then upload it again.")
  }
  if (answer?.status === 413) return gettext("The file is too large for this server.")
  return gettext("It could not be uploaded. Check the connection and try again.")
}

/* Unlike fetch, this tells how much is sent. Resolves to null where nobody answers. */
function post(address, data, progress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open("POST", address)
    request.responseType = "json"
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(loaded / total))
    request.addEventListener("load", () => resolve(request))
    request.addEventListener("error", () => resolve(null))
    request.send(data)
  })
}

for (const label of document.querySelectorAll(".picture-upload")) label.hidden = false

// Autocompletes tell of a change through jQuery only.
django.jQuery(document).on("change", "select[data-thumbnail]", ({ target: select }) => {
  const frame = wrapperOf(select).querySelector(".picture-thumbnail")
  frame.replaceChildren()
  if (select.value) {
    const image = document.createElement("img")
    image.className = "thumbnail"
    image.alt = ""
    image.src = select.dataset.thumbnail.replace(/0\/$/, `${select.value}/`)
    frame.append(image)
  }
  select.dispatchEvent(new CustomEvent("picture:shown", { bubbles: true }))
})

document.addEventListener("change", ({ target }) => {
  if (!target.matches(".picture-upload input") || !target.files.length) return
  upload(wrapperOf(target).querySelector("select"), target.files[0])
})

// Where a file is dropped beside a field, the browser would leave the form for it.
const selectAt = (event) => event.target.closest?.(".related-widget-wrapper")?.querySelector("select[data-upload]")
document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event) || event.target.matches?.("input[type=file]")) return
  event.preventDefault()
  if (!mayUpload(selectAt(event))) event.dataTransfer.dropEffect = "none"
})
document.addEventListener("drop", (event) => {
  if (!holdsFiles(event) || event.target.matches?.("input[type=file]")) return
  event.preventDefault()
  const select = selectAt(event)
  if (mayUpload(select) && event.dataTransfer.files.length) upload(select, event.dataTransfer.files[0])
})
document.addEventListener("paste", (event) => {
  const select = selectAt(event)
  const [file] = pastedPictures(event)
  if (file && mayUpload(select)) upload(select, file)
})
