// Small helpers for making and marking elements.

const SVG = "http://www.w3.org/2000/svg"

/** An element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** An SVG element with attributes and children. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A button that stays pressed while it is chosen. */
export function choice(content, act, properties = {}) {
  const button = make("button", { type: "button", onclick: act, ...properties })
  button.append(...[content].flat())
  button.setAttribute("aria-pressed", "false")
  return button
}

/** Show which of the choices, a map by key, is the one. */
export function press(choices, chosen) {
  for (const [key, button] of Object.entries(choices)) button.setAttribute("aria-pressed", String(key === chosen))
}

/** Give an element another text only when it has another: selections and screen readers are left alone. */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text
}
