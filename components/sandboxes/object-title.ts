/** Fields that say what an object is, the most telling first. */
const titleFields = ["title", "name", "label", "subject", "text", "email", "display_name"] as const;
const longestTitle = 120;

/** What to call an object on screen; undefined where it has nothing but its id. */
export function objectTitle(data: Readonly<Record<string, unknown>>): string | undefined {
  for (const field of titleFields) {
    const value = data[field];
    const text = typeof value === "string" ? value.trim().replace(/\s+/g, " ") : "";
    if (text !== "") return text.length > longestTitle ? `${text.slice(0, longestTitle - 1)}…` : text;
  }
  return undefined;
}
