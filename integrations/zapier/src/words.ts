/** `taxAmount` → `Tax Amount`, `order paid` → `Order Paid`: labels are in title case at Zapier. */
export function titleCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[\s_]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

/** `A guest …` → `a guest …`, to go on within a sentence; `QR …` stays as it is. */
export function withinSentence(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
