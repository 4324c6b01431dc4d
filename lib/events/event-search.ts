import { toIdForm, toSearchForm } from "#lib/search/words.ts";
import { readAbout } from "./catalogue/about.ts";
import { findEventType } from "./catalogue/catalogue.ts";
import { eventSummary } from "./catalogue/event-summary.ts";

type SearchedEvent = { id: string; type: string; data: Readonly<Record<string, unknown>> };

/** So many characters of an event are searched; the summary comes first and is always within. */
const maxLength = 2_000;
const maxTexts = 200;
const maxDepth = 8;

/**
 * What an event is found by: all that a row of a list shows of it, the other texts of its data, and ids as a whole.
 * Amounts are found as they are shown ("37.50"), never by their minor units. `reference` is the number of an order.
 * @param summary its line, where it is known already
 */
export function eventSearch(
  event: SearchedEvent,
  summary = eventSummary(event),
): { searchText: string; reference: string | null } {
  const title = findEventType(event.type)?.title ?? "";
  const texts = [summary, title, event.type].map(toSearchForm);
  const found: string[] = [];
  collect(event.data, "", 0, found);
  // A long order may fill the rest: the payment of an order finds it by its id.
  const { order } = readAbout(event);
  const ids = [event.id, ...(order === null ? [] : [order])].map(toIdForm);
  const all = [...texts, ...ids, ...found];
  return {
    searchText: ` ${all.filter((text) => text !== "").join(" ")}`.slice(0, maxLength).toWellFormed(),
    reference: typeof event.data.number === "string" ? toSearchForm(event.data.number) || null : null,
  };
}

function collect(value: unknown, name: string, depth: number, found: string[]): void {
  if (found.length >= maxTexts || depth > maxDepth) return;
  if (typeof value === "string") {
    if (!isInstant(value)) found.push(isIdName(name) ? toIdForm(value) : toSearchForm(value));
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    collect(item, Array.isArray(value) ? name : key, depth + 1, found);
  }
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text);
}

function isIdName(name: string): boolean {
  return name === "id" || name.endsWith("Id");
}
