// The terminal's clock, set on or back.

import { turn } from "./api.js"
import { make, tell } from "./dom.js"
import { sectionHead } from "./device.js"
import { language, say } from "./words.js"

const DAY = 86400000
const SHOWN = { dateStyle: "full", timeStyle: "medium" }

/** Local time in ISO, to the minute. */
const iso = time => new Date(time - time.getTimezoneOffset() * 60000).toISOString().slice(0, 16)

export function clock(root) {
  sectionHead(root, "clock")
  const face = make("time", { className: "face" })
  const when = make("input", { type: "datetime-local", id: "clock-at", min: "2020-01-01T00:00", max: "2099-12-31T23:59" })
  when.setAttribute("aria-label", say("clock"))
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const set = time => turn("clock.at", time === null ? "" : iso(time))
  const presets = {
    real: () => set(null),
    day_later: () => set(new Date(now().getTime() + DAY)),
    month_later: () => set(new Date(now().getTime() + 30 * DAY)),
    new_year: () => set(new Date(now().getFullYear(), 11, 31, 23, 58)),
  }
  const buttons = Object.entries(presets).map(([word, act]) =>
    make("button", { type: "button", className: "chip", id: `clock-${word}`, textContent: say(word), onclick: act }))
  const own = make("form", { className: "row" }, when, make("button", { className: "quiet", textContent: say("set") }))
  own.onsubmit = event => {
    event.preventDefault()
    if (when.value) turn("clock.at", when.value)
  }
  const controls = make("fieldset", {}, make("div", { className: "chips" }, ...buttons), own)
  const hint = make("p", { className: "hint" })
  root.append(face, controls, hint)
  const tick = () => tell(face, now().toLocaleString(language === "en" ? "en-GB" : "zh-CN", SHOWN))
  setInterval(tick, 1000)
  return state => {
    const ours = state.page !== ""
    ahead = state.ahead * 1000
    controls.disabled = !ours
    face.hidden = controls.hidden = !ours
    tell(hint, say(ours ? "clock_hint" : "clock_only"))
    root.classList.toggle("off", ours && state.ahead !== 0)
    tick()
  }
}
