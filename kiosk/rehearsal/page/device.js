// The head of a device's section: its name and its cable.

import { turn } from "./api.js"
import { make, tell } from "./dom.js"
import { say } from "./words.js"

export function sectionHead(root, name, ...extra) {
  const title = make("h2", { id: `${name}-title`, textContent: say(name) })
  root.append(make("div", { className: "head" }, title, ...extra))
}

export function deviceHead(root, name) {
  const cable = make("button", { type: "button", className: "cable", id: `cable-${name}` })
  cable.setAttribute("role", "switch")
  cable.onclick = () => turn(`${name}.${cable.getAttribute("aria-checked") === "true" ? "unplug" : "plug"}`, "")
  sectionHead(root, name, cable)
  return state => {
    const plugged = state.plugged[name]
    cable.setAttribute("aria-checked", String(plugged))
    tell(cable, say(plugged ? "plugged" : "unplugged"))
    root.classList.toggle("off", !plugged)
  }
}
