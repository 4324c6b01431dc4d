const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};
const shownAttribute = /\s(?:aria-label|placeholder|value|title|alt)="([^"]*)"/g;

/** What a page shows, and says to those who hear it: the text of its elements, one a line, in the order of the page. */
export function visibleText(html: string): string[] {
  return html
    .replace(/<(script|style|template|svg)\b.*?<\/\1>|<!--.*?-->|<input\b[^>]*\stype="hidden"[^>]*>/gs, "")
    .replace(
      /<[^>]*>/g,
      (tag) => `\n${[...tag.matchAll(shownAttribute)].map(([, text]) => `${text}\n`).join("")}`,
    )
    .replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
