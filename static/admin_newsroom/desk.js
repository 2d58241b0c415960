/* How long until a scheduled release goes out; without this script the server's words stand. */

const language = document.documentElement.lang
const UNITS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1000]]

function left(milliseconds) {
  const parts = []
  for (const [unit, length] of UNITS) {
    const count = Math.floor(milliseconds / length)
    milliseconds -= count * length
    if (count || parts.length) parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(count))
    if (parts.length === 2) break
  }
  return parts.join(" ")
}

function tick() {
  for (const time of document.querySelectorAll(".desk__countdown")) {
    const ahead = new Date(time.dateTime) - Date.now()
    const words = ahead > 0 ? left(ahead) : "✓"
    if (time.textContent !== words) time.textContent = words
  }
}

tick()
setInterval(tick, 1000)
