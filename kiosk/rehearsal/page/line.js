// The line to the city: one of several ways to be.

import { turn } from "./api.js"
import { choice, make, press, tell } from "./dom.js"
import { sectionHead } from "./device.js"
import { knobPanel } from "./knobs.js"
import { say, sayOf } from "./words.js"

export function line(root, about) {
  const carried = make("span", { className: "aside" })
  sectionHead(root, "line", carried)
  const buttons = about.modes.map(mode =>
    choice(sayOf("modes", mode), () => turn("line.mode", mode), { className: "chip", id: `mode-${mode}` }))
  // by name for `press`; an object would put 429 before ok
  const modes = Object.fromEntries(about.modes.map((mode, index) => [mode, buttons[index]]))
  const hint = make("p", { className: "hint" })
  const panel = knobPanel(about.panels.line, about)
  root.append(make("div", { className: "chips" }, ...buttons), hint, panel.root)
  return state => {
    const mode = state.knobs.find(knob => knob.name === "line.mode").value
    panel.update(state)
    press(modes, mode)
    for (const button of buttons) button.disabled = !state.line.leads
    panel.root.hidden = !state.line.leads
    tell(hint, state.line.leads ? sayOf("mode_hints", mode) : say("line_only"))
    tell(carried, state.line.leads ? say("carried", { n: state.line.carried }) : "")
    root.classList.toggle("off", state.line.leads && mode !== "ok")
  }
}
