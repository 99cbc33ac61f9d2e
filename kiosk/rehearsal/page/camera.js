// The document camera: what it sees, papers and own pictures to lay, how they lie.

import { act, turn } from "./api.js"
import { choice, make, press, tell } from "./dom.js"
import { deviceHead } from "./device.js"
import { knobPanel } from "./knobs.js"
import { say, sayOf } from "./words.js"

export function camera(root, about) {
  const head = deviceHead(root, "camera")
  const sight = make("img", { alt: "", width: 800, height: 600 })
  const watching = make("span", { className: "watching" })
  const label = make("p", { className: "lies" })
  const lift = make("button", { type: "button", className: "quiet", textContent: say("lift"), onclick: () => act("paper") })
  const conditions = Object.fromEntries(about.conditions.map(name =>
    [name, choice(sayOf("conditions", name), () => turn("camera.condition", name), { className: "chip", id: `condition-${name}` })]))
  const papers = Object.fromEntries(about.papers.map(name => [name, thumb(name)]))
  const slip = choice([make("span", { className: "sheet slip-sheet" }), make("span", { textContent: say("lay_slip") })],
    () => act("slip"), { className: "paper", id: "paper-slip" })
  const { own, file } = ownPicture()
  const panel = knobPanel(about.panels.camera, about)
  root.append(
    make("div", { className: "sight" }, sight, watching),
    make("div", { className: "row" }, label, lift),
    make("h3", { textContent: say("which_condition") }), make("div", { className: "chips" }, ...Object.values(conditions)),
    make("h3", { textContent: say("which_paper") }), make("div", { className: "papers" }, ...Object.values(papers), slip),
    own, file, panel.root)
  droppable(root)
  let seen
  return state => {
    head(state)
    panel.update(state)
    press(conditions, state.condition)
    press({ ...papers, slip, own_picture: own }, state.paper)
    slip.disabled = !state.slips
    lift.disabled = !state.paper
    tell(label, name(state.paper))
    tell(watching, say(state.watching ? "watching" : "not_watching"))
    watching.classList.toggle("on", state.watching)
    if (seen !== state.sight) {
      seen = state.sight
      sight.src = `/camera.jpg?${encodeURIComponent(seen)}`
    }
  }
}

function name(paper) {
  if (paper === "own_picture") return say("own_laid")
  if (paper === "slip") return say("slip_laid")
  return paper ? sayOf("papers", paper) : say("no_paper")
}

function thumb(paper) {
  const picture = make("img", { src: `/papers/${paper}.jpg`, alt: "", className: "sheet" })
  return choice([picture, make("span", { textContent: sayOf("papers", paper) })], () => act("paper", paper),
    { className: "paper", id: `paper-${paper}` })
}

function ownPicture() {
  const file = make("input", { type: "file", accept: "image/jpeg,image/png,image/webp", id: "own-file", hidden: true })
  file.onchange = () => {
    if (file.files.length) act("picture", "", file.files[0])
    file.value = ""
  }
  const own = choice([make("b", { textContent: say("own") }), make("small", { textContent: say("own_hint") })],
    () => file.click(), { className: "own" })
  return { own, file }
}

function droppable(root) {
  const over = on => event => {
    event.preventDefault()
    root.classList.toggle("dropping", on)
  }
  root.ondragover = over(true)
  root.ondragleave = over(false)
  root.ondrop = event => {
    over(false)(event)
    if (event.dataTransfer.files.length) act("picture", "", event.dataTransfer.files[0])
  }
}
