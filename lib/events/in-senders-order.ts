/**
 * What a schema made of an input, with its names in the order in which the sender wrote them: a schema gives its own
 * order. Names that the schema added come last.
 */
export function inSendersOrder(parsed: Record<string, unknown>, sent: unknown): Record<string, unknown> {
  const order = isRecord(sent) ? sent : {};
  const sentNames = Object.keys(order).filter((name) => Object.hasOwn(parsed, name));
  const addedNames = Object.keys(parsed).filter((name) => !Object.hasOwn(order, name));
  const names = [...sentNames, ...addedNames];
  return Object.fromEntries(names.map((name) => [name, ordered(parsed[name], order[name])]));
}

function ordered(parsed: unknown, sent: unknown): unknown {
  if (Array.isArray(parsed)) {
    const items: unknown[] = Array.isArray(sent) ? sent : [];
    return parsed.map((item: unknown, index) => ordered(item, items[index]));
  }
  return isRecord(parsed) ? inSendersOrder(parsed, sent) : parsed;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
