// Writes a session down as a scenario file.

import { act } from "./api.js"
import { make, tell } from "./dom.js"
import { sectionHead } from "./device.js"
import { say, sayOf } from "./words.js"

export function recording(root) {
  const count = make("span", { className: "aside" })
  sectionHead(root, "recording", count)
  const title = make("input", { type: "text", id: "recording-name", placeholder: say("recording_title"), maxLength: 120 })
  title.setAttribute("aria-label", say("recording_title"))
  const button = make("button", { type: "button", id: "record" })
  const notes = make("ul", { className: "notes" })
  const text = make("pre", { id: "recorded", tabIndex: 0 })
  const copy = make("button", { type: "button", className: "quiet", textContent: say("copy") })
  copy.onclick = async () => {
    await navigator.clipboard.writeText(text.textContent)
    tell(copy, say("copied"))
  }
  const download = make("a", { href: "/recording.toml", className: "primary", textContent: say("download") })
  const done = make("div", { hidden: true }, text, make("div", { className: "row" }, download, copy))
  root.append(
    make("p", { className: "hint", textContent: say("recording_hint") }),
    make("p", { className: "warning", textContent: say("recording_warning") }),
    make("div", { className: "row" }, title, button), notes, done)
  let running = false
  button.onclick = async () => {
    button.disabled = true
    await (running ? act("stop", title.value || "-") : act("record"))
    button.disabled = false
  }
  return state => {
    running = state.steps !== null
    root.classList.toggle("running", running)
    button.className = running ? "stop" : "record"
    tell(button, say(running ? "stop" : "record"))
    tell(count, running ? say("recorded_steps", { n: state.steps }) : "")
    notes.replaceChildren(...state.notes.map(note => make("li", { textContent: sayOf("notes", note) })))
    if (text.textContent !== state.recorded) tell(copy, say("copy"))
    tell(text, state.recorded)
    done.hidden = running || !state.recorded
  }
}
