// Speaks with the bench: does things, and hears how everything stands.

import { make } from "./dom.js"
import { say, sayOf } from "./words.js"

const SILENCE = 6000
const SHOWN = 8000

/** Show what went wrong, for as long as it takes to read. */
export function alarm(text, detail = "") {
  const box = make("p", { className: "alarm" }, text, detail ? make("small", { textContent: detail }) : "")
  document.getElementById("alerts").append(box)
  setTimeout(() => box.remove(), SHOWN)
}

let before = Promise.resolve()

/** After all that was asked for before: what is done quickly one after the other happens in that order. */
const inTurn = job => (before = before.then(job, job))

/** Do something on the bench; false when it was refused, which has been told. */
export const act = (what, value = "-", body = undefined) => inTurn(() => post(what, value, body))

async function post(what, value, body) {
  const path = what === "picture" ? "/picture" : `/do/${what}/${value.split("/").map(encodeURIComponent).join("/")}`
  try {
    const answer = await fetch(path, { method: "POST", body })
    if (answer.ok) return true
    const { error, text } = await answer.json()
    alarm(sayOf("errors", error), error === "knob" ? text : "")
  } catch {
    alarm(sayOf("errors", "unreached"))
  }
  return false
}

export const turn = (name, value) => act("knob", `${name}/${value}`)

/** How everything stands now. */
export const stand = () => inTurn(async () => (await fetch("/state")).json())

/** Call `heard` with every new state. While the bench is silent, the page says so and nothing can be done on it. */
export function live(heard) {
  const lost = make("p", { className: "lost", textContent: say("lost"), hidden: true })
  document.getElementById("alerts").append(lost)
  const main = document.querySelector("main")
  let timer = 0
  const silent = quiet => {
    lost.hidden = !quiet
    main.inert = quiet
  }
  const source = new EventSource("/live")
  source.onmessage = event => {
    silent(false)
    clearTimeout(timer)
    timer = setTimeout(silent, SILENCE, true)
    heard(JSON.parse(event.data))
  }
  source.onerror = () => silent(true)
}
