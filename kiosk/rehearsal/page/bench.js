// Puts the page together and keeps it as the bench stands.

import { live } from "./api.js"
import { camera } from "./camera.js"
import { clock } from "./clock.js"
import { tell } from "./dom.js"
import { allKnobs, allNormal } from "./knobs.js"
import { line } from "./line.js"
import { printer } from "./printer.js"
import { reader } from "./reader.js"
import { recording } from "./recording.js"
import { learn, otherLanguage } from "./words.js"

const SECTIONS = { reader, camera, printer, line, clock, recording, all: allKnobs }

const about = await (await fetch("/about")).json()
learn(about.words)
const updates = Object.entries(SECTIONS).map(([id, build]) => build(document.getElementById(id), about))
const terminal = document.getElementById("terminal")

document.getElementById("language").onclick = otherLanguage
document.getElementById("normal").onclick = () => allNormal(about)
document.getElementById("large").onclick = event => event.currentTarget.close()

live(now => {
  for (const update of updates) update(now)
  terminal.hidden = !now.page
  tell(terminal.querySelector("b"), now.page)
  document.body.dataset.ready = "true"
})
