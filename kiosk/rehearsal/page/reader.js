// The card reader: a slot with the card that lies there, and all cards to lay.

import { act } from "./api.js"
import { drawCard } from "./cards.js"
import { choice, make, press } from "./dom.js"
import { deviceHead } from "./device.js"
import { knobPanel } from "./knobs.js"
import { say, sayOf } from "./words.js"

export function reader(root, about) {
  const head = deviceHead(root, "reader")
  const slot = make("div", { className: "card-slot" })
  const take = make("button", { type: "button", className: "quiet", textContent: say("remove"), onclick: () => act("card") })
  const label = make("p", { className: "lies" })
  const cards = Object.fromEntries(Object.entries(about.cards).map(([key, card]) => [key, thumb(key, card)]))
  const panel = knobPanel(about.panels.reader, about)
  root.append(slot, make("div", { className: "row" }, label, take), make("div", { className: "cards" }, ...Object.values(cards)), panel.root)
  let shown
  return state => {
    head(state)
    panel.update(state)
    press(cards, state.card)
    take.disabled = !state.card
    if (shown === state.card) return
    shown = state.card
    const card = about.cards[state.card]
    slot.replaceChildren(...(card ? [drawCard(card)] : []))
    label.textContent = card ? `${card.name} ${sayOf("kinds", card.kind)}`.trim() : say("no_card")
  }

  function thumb(key, card) {
    const past = card.until && new Date(card.until) < new Date()
    const content = [drawCard(card), make("span", { textContent: sayOf("cards", key) })]
    if (past) content.push(make("small", { className: "badge", textContent: card.until }))
    return choice(content, () => act("card", key), { className: "card", title: sayOf("kinds", card.kind), id: `card-${key}` })
  }
}
