/* What the newsroom adds to the rich-text editor: words in the user's language, and a way in for text
 * from Word and Google Docs. An extension of django-prose-editor, see DJANGO_PROSE_EDITOR_EXTENSIONS. */

import { Extension, Plugin } from "django-prose-editor/editor"

export const Newsroom = Extension.create({
  name: "newsroom",

  // The editor asks for translations of its dialogs, but not of the titles of its buttons.
  onCreate({ editor }) {
    takeLabel(editor.view.dom)
    for (const button of editor.view.dom.parentElement.querySelectorAll(".prose-menubar button[title]")) {
      button.title = gettext(button.title)
      button.setAttribute("aria-label", button.title)
    }
  },

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: tidied } })]
  },
})

/* The label belongs to the field that the editor hides. */
function takeLabel(box) {
  const label = box.closest(".prose-editor")?.querySelector("textarea")?.labels[0]
  if (!label) return
  box.setAttribute("aria-label", label.textContent.replace(/[:：]\s*$/, "").trim())
  box.setAttribute("aria-multiline", "true")
  label.addEventListener("click", () => box.focus())
}

// What is no text of the page: comments, deletions that are tracked, notes of Office to itself.
const DROPPED = `del, img, style, title, xml, .MsoCommentReference, .MsoCommentText,
  [style*="mso-element:comment"], [style*="mso-element: comment"]`
// What styles say, as the elements of the schema: the browser reads no style of a text from elsewhere,
// because of the Content-Security-Policy.
// (Word's mso-bidi-font-weight is another style.)
const STYLED = {
  strong: /(?<!-)font-weight:\s*(bold|[5-9]00)/,
  em: /(?<!-)font-style:\s*italic/,
  sub: /vertical-align:\s*sub/,
  sup: /vertical-align:\s*super/,
}
const UNSTYLED = { b: /(?<!-)font-weight:\s*(normal|400)/, i: /(?<!-)font-style:\s*normal/ }
const KEPT_LINKS = /^(https?|mailto|tel):/i
const WIDE = "[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]"
// Office breaks its source into lines anywhere; between Chinese characters that is no space.
const BREAK = new RegExp(`(?<=${WIDE}(?:<[^>]*>)*)\\s*\\n\\s*(?=(?:<[^>]*>)*${WIDE})`, "gu")

/* Pasted HTML as the schema of the editor reads it best; the schema itself leaves out all else. */
export function tidied(html) {
  if (html.includes("data-pm-slice")) return html // from an editor like this one
  const page = new DOMParser().parseFromString(html.replace(BREAK, ""), "text/html")
  const body = page.body
  body.querySelectorAll(DROPPED).forEach((element) => element.remove())
  for (const link of body.querySelectorAll("a")) {
    if (!KEPT_LINKS.test(link.getAttribute("href"))) link.replaceWith(...link.childNodes)
  }
  for (const cell of body.querySelectorAll("td, th")) {
    if (!cell.querySelector("p, ul, ol, div")) wrap(page, "p", cell)
  }
  makeLists(page)
  for (const element of body.querySelectorAll("[style]")) {
    const style = element.getAttribute("style")
    element.removeAttribute("style")
    for (const [name, pattern] of Object.entries(STYLED)) {
      if (pattern.test(style)) wrap(page, name, element)
    }
    if (UNSTYLED[element.localName]?.test(style)) element.replaceWith(...element.childNodes)
  }
  const texts = page.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll("\u00a0", " ")
  for (const line of body.querySelectorAll("br")) {
    if (line.parentElement.querySelector(":scope > p, :scope > ul, :scope > ol")) line.remove() // between paragraphs
  }
  for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    if (!paragraph.textContent.trim()) paragraph.remove()
  }
  return body.innerHTML
}

/* Put what an element holds into a new one. */
function wrap(page, name, element) {
  const inner = page.createElement(name)
  inner.append(...element.childNodes)
  element.append(inner)
}

/* Word writes lists as paragraphs that begin with a mark and say their level in a style of its own. */
function makeLists(page) {
  const open = [] // the lists that are open, from the outermost
  let last = null
  for (const paragraph of page.body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    const level = Number(/mso-list:\s*l\d+\s+level(\d)/.exec(paragraph.getAttribute("style"))?.[1])
    if (!level) continue
    const mark = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
    const kind = /^[\s(（]*[\p{L}\p{N}]+[.)、．）]/u.test(mark?.textContent ?? "") ? "ol" : "ul"
    mark?.remove()
    if (!open.length || paragraph.previousElementSibling !== open[0]) open.length = 0
    const depth = Math.min(level, open.length + 1)
    open.length = Math.min(open.length, depth)
    if (open[depth - 1]?.localName !== kind) {
      const list = page.createElement(kind)
      if (depth > 1) last.append(list)
      else paragraph.before(list)
      open[depth - 1] = list
    }
    last = page.createElement("li")
    open[depth - 1].append(last)
    last.append(paragraph)
  }
}
