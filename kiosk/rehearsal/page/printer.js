// The printer: the slip coming out as it looks, the roll, and the slips so far.

import { turn } from "./api.js"
import { choice, make, press, tell } from "./dom.js"
import { deviceHead } from "./device.js"
import { knobPanel } from "./knobs.js"
import { say, sayOf } from "./words.js"

const ROLL = ["ok", "near_end", "out"]

export function printer(root, about) {
  const head = deviceHead(root, "printer")
  const roll = Object.fromEntries(ROLL.map(name =>
    [name, choice(sayOf("choices", name), () => turn("printer.paper", name), { className: "chip", id: `roll-${name}` })]))
  const outlet = make("div", { className: "outlet" })
  const take = make("button", { type: "button", className: "primary", id: "take", textContent: say("take"), onclick: () => turn("printer.take_slip", "") })
  const retracted = make("p", { className: "lies" })
  const before = make("div", { className: "slips" })
  const title = make("h3", { textContent: say("slips") })
  const panel = knobPanel(about.panels.printer, about)
  root.append(
    make("div", {}, make("div", { className: "mouth" }), outlet, make("div", { className: "row" }, retracted, take)),
    make("div", {},
      make("div", { className: "roll" }, make("h3", { textContent: say("roll") }), make("div", { className: "chips" }, ...Object.values(roll))),
      title, before, panel.root))
  let shown = ""
  return state => {
    head(state)
    panel.update(state)
    press(roll, state.knobs.find(knob => knob.name === "printer.paper").value)
    const out = state.slips > state.taken
    take.disabled = !out
    tell(retracted, state.retracted ? say("retracted", { n: state.retracted }) : "")
    if (shown === `${state.slips}/${state.taken}`) return
    shown = `${state.slips}/${state.taken}`
    outlet.replaceChildren(out ? slip(state.slips, "coming") : make("p", { className: "empty", textContent: say("no_slip") }))
    const numbers = Array.from({ length: state.slips }, (_, index) => state.slips - index)
    before.replaceChildren(...numbers.map(number => slip(number, "small")))
    title.hidden = !state.slips
  }
}

/** A slip that shows itself large when touched. */
function slip(number, className) {
  const address = `/slips/${number}.png`
  const picture = make("img", { src: address, alt: `${say("slip")} ${number}` })
  const button = make("button", { type: "button", className: `slip ${className}` }, picture)
  button.onclick = () => {
    const large = document.getElementById("large")
    large.querySelector("img").src = address
    large.showModal()
  }
  return button
}
