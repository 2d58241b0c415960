/* The thumbnail beside a picture's select follows the choice. */

// Autocompletes tell of a change through jQuery only.
django.jQuery(document).on("change", "select[data-thumbnail]", (event) => {
  const select = event.target
  const frame = select.parentElement.querySelector(".picture-thumbnail")
  frame.replaceChildren()
  if (!select.value) return
  const image = document.createElement("img")
  image.className = "thumbnail"
  image.alt = ""
  image.src = select.dataset.thumbnail.replace(/0\/$/, `${select.value}/`)
  frame.append(image)
})
