/** A filter of the search syntax, with the value taken as it is. https://shopify.dev/docs/api/usage/search-syntax */
export function searchTerm(field: string, value: string): string {
  return `${field}:${quoted(value)}`;
}

/** What a person typed into a search box: each word may be the beginning of one. */
export function searchWords(text: string): string | null {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length === 0 ? null : words.map((word) => `${word.replace(/[\\:()"'*]/g, "\\$&")}*`).join(" ");
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
