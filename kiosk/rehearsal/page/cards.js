// Cards as pictures: each kind has its own, so that it is known at a glance.

import { draw } from "./dom.js"
import { sayOf } from "./words.js"

const GROUNDS = {
  resident: ["#DCEBE8", "#0B5A5E"],
  hmt: ["#E7E3F0", "#574A7D"],
  foreign_2017: ["#DDE8F3", "#2B5480"],
  foreign_2023: ["#F5E8D3", "#8A5A00"],
  broken_chip: ["#ECEAE4", "#6B6659"],
  other_card: ["#33474C", "#E2EFEC"],
}

const text = (x, y, size, fill, words, extra = {}) => {
  const made = draw("text", { x, y, "font-size": size, fill, ...extra })
  made.textContent = words
  return made
}

function portrait(ink) {
  return draw("g", { fill: ink, opacity: 0.32 },
    draw("circle", { cx: 138, cy: 42, r: 13 }),
    draw("path", { d: "M114 84c0-16 10-25 24-25s24 9 24 25z" }))
}

const star = ink => draw("path", { d: "M24 17l2.6 5.8 6.3.6-4.8 4.2 1.4 6.2-5.5-3.3-5.5 3.3 1.4-6.2-4.8-4.2 6.3-.6z", fill: ink })

const globe = ink => draw("g", { fill: "none", stroke: ink, "stroke-width": 1.6 },
  draw("circle", { cx: 24, cy: 25, r: 8 }), draw("path", { d: "M16 25h16M24 17c-5 5-5 11 0 16M24 17c5 5 5 11 0 16" }))

const flower = ink => draw("g", { fill: ink },
  ...[0, 72, 144, 216, 288].map(turn => draw("ellipse", { cx: 24, cy: 20, rx: 2.6, ry: 5, transform: `rotate(${turn} 24 25)` })))

const mountains = ink => draw("path", { d: "M15 32l6-11 4 6 3-4 6 9z", fill: ink })

const MARKS = { resident: mountains, hmt: flower, foreign_2017: globe, foreign_2023: star }

const chip = ink => draw("g", { fill: "none", stroke: ink, "stroke-width": 1.6 },
  draw("rect", { x: 15, y: 40, width: 26, height: 20, rx: 4 }), draw("path", { d: "M15 50h26M24 40v20M32 40v20" }))

/** A card of `kind`, 171 by 108: credit-card size. */
export function drawCard(card) {
  const [ground, ink] = GROUNDS[card.kind]
  const svg = draw("svg", { viewBox: "0 0 171 108", "aria-hidden": "true" },
    draw("rect", { width: 171, height: 108, rx: 9, fill: ground }))
  if (card.kind === "broken_chip" || card.kind === "other_card") {
    svg.append(chip(ink), text(15, 88, 12, ink, card.kind === "other_card" ? "6217 •••• •••• ••••" : "• • • • • •"))
    if (card.kind === "broken_chip") {
      svg.append(draw("path", { d: "M104 0l-12 32 17 14-16 24 10 38", fill: "none", stroke: "#A63A5E", "stroke-width": 2.5 }))
    }
    return svg
  }
  svg.append(MARKS[card.kind](ink), portrait(ink))
  const size = card.name.length > 12 ? 8.5 : 15
  svg.append(
    text(40, 29, 8.5, ink, sayOf("kinds", card.kind), { opacity: 0.85 }),
    text(15, 60, size, "#17262B", card.name.length > 22 ? `${card.name.slice(0, 20)}…` : card.name, { "font-weight": 600 }),
    text(15, 93, 10.5, "#17262B", card.number, { "letter-spacing": 0.6 }))
  return svg
}
