// The page's words in the chosen language.

const KEPT = "bench-language"
let table = {}

/** Chosen by ?lang=, else what was chosen here before, else Chinese. */
export const language = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(KEPT) ?? "zh"

export function learn(words) {
  table = words[language] ?? words.zh
  document.documentElement.lang = language
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word)
  document.title = say("title")
}

export function say(word, values = {}) {
  const text = table[word] ?? word
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name])
}

/** A word of a table, as `cards`; what has none is said by its own name. */
export function sayOf(group, word) {
  return table[group]?.[word] ?? String(word).replaceAll("_", " ")
}

export function otherLanguage() {
  localStorage.setItem(KEPT, language === "zh" ? "en" : "zh")
  location.assign(location.pathname)
}
