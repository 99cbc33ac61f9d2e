// Knobs as controls: a switch, a list, a number or a deed. Those that are turned are marked.

import { stand, turn } from "./api.js"
import { make } from "./dom.js"
import { sectionHead } from "./device.js"
import { say, sayOf } from "./words.js"

/** A drawer with the knobs of these names; `update` it with each state. */
export function knobPanel(names, about, plain = true) {
  const rows = new Map(names.map(name => [name, row(name, about, plain)]))
  const count = make("span", { className: "count" })
  const root = make("details", { className: "knobs" },
    make("summary", {}, make("span", { textContent: say(plain ? "faults" : "all") }), count),
    make("div", { className: "grid" }, ...[...rows.values()].map(one => one.root)))
  const update = state => {
    let turned = 0
    for (const knob of state.knobs) turned += rows.get(knob.name)?.update(knob) ? 1 : 0
    count.textContent = turned || ""
    count.hidden = !turned
  }
  return { root, update }
}

/** The drawer with all of them, by the names that scenarios use. */
export function allKnobs(root, about) {
  sectionHead(root, "all")
  root.firstChild.hidden = true
  const panel = knobPanel(Object.keys(about.usual).sort(), about, false)
  panel.root.id = "all-knobs"
  root.append(panel.root)
  return panel.update
}

/** Turn everything back, from how it stands at this moment. */
export async function allNormal(about) {
  const state = await stand()
  for (const [device, plugged] of Object.entries(state.plugged)) if (!plugged) await turn(`${device}.plug`, "")
  await turn("reader.clear_faults", "")
  await turn("camera.condition", "clean")
  for (const knob of state.knobs) {
    const usual = about.usual[knob.name]
    if (usual !== null && knob.name !== "camera.condition" && knob.value !== usual) await turn(knob.name, String(usual))
  }
}

function row(name, about, plain) {
  const usual = about.usual[name]
  const label = make("label", { textContent: plain ? sayOf("knobs", name) : name })
  let control
  const update = knob => {
    if (!control) {
      control = controlFor(knob)
      control.id = label.htmlFor = `${plain ? "" : "all-"}knob-${name}`
      root.append(control)
    }
    if (document.activeElement !== control) show(control, knob)
    const turned = usual !== null && knob.value !== usual
    root.classList.toggle("turned", turned)
    return turned
  }
  const root = make("div", { className: "knob" }, label)
  return { root, update }
}

function controlFor(knob) {
  if (knob.value === null) return make("button", { type: "button", className: "quiet", textContent: say("do"), onclick: () => turn(knob.name, "") })
  if (typeof knob.value === "boolean") {
    const box = make("input", { type: "checkbox" })
    box.onchange = () => turn(knob.name, String(box.checked))
    return box
  }
  if (!knob.choices.length) {
    const field = make("input", { type: "text", placeholder: "–", size: 8 })
    field.onchange = () => turn(knob.name, field.value.trim())
    return field
  }
  const none = knob.choices.includes(knob.value) ? [] : [""]
  const list = make("select", {}, ...[...none, ...knob.choices].map(value => make("option", { value, textContent: named(value) })))
  list.onchange = () => list.value && turn(knob.name, list.value)
  return list
}

function show(control, knob) {
  if (control.type === "checkbox") control.checked = knob.value
  else if (control.tagName !== "BUTTON") control.value = String(knob.value)
}

function named(value) {
  const always = "always "
  if (value.startsWith(always)) return `${sayOf("choices", "always")} ${sayOf("choices", value.slice(always.length))}`
  return sayOf("choices", value)
}
