import { type Message, messageSchema, type Param } from "./message.ts";

/*
 * Parameters whose form depends on the language: lib/words writes them by locale. They are texts, so that they fit
 * wherever a parameter does.
 */

/** An amount of money. @param decimal as `31.50`, with as many digits as are to be shown; currency by ISO 4217 */
export function moneyParam(decimal: string, currency: string): string {
  return `money:${decimal}:${currency.toUpperCase()}`;
}

/** A day of the calendar in UTC. */
export function dayParam(day: Date): string {
  return `day:${day.toISOString().slice(0, 10)}`;
}

/** Several things, said one after the other. */
export function listParam(items: readonly string[], as: ListKind = "and"): string {
  return `list:${as}:${JSON.stringify(items)}`;
}

/** A sentence or a phrase within another one. */
export function saidParam({ code, params }: Message): string {
  return `said:${JSON.stringify({ code, params })}`;
}

/** The title of a permission, in quotes. @param scope its id at the provider */
export function scopeParam(provider: string, scope: string): string {
  return `scope:${provider}:${scope}`;
}

type ListKind = "and" | "or" | "commas";

type MarkedValue =
  | { kind: "money"; decimal: string; currency: string }
  | { kind: "day"; day: Date }
  | { kind: "list"; as: ListKind; items: string[] }
  | Inner;

/** What only the whole of the catalogues can write. */
export type Inner = { kind: "said"; message: Message } | { kind: "scope"; provider: string; scope: string };

/** What a parameter stands for, where it is one of these. */
export function readMarked(value: Param): MarkedValue | null {
  if (typeof value !== "string") return null;
  const [, decimal, currency] = /^money:(-?\d{1,15}(?:\.\d{1,4})?):([A-Z]{3})$/.exec(value) ?? [];
  if (decimal !== undefined && currency !== undefined) return { kind: "money", decimal, currency };
  const day = /^day:(\d{4}-\d{2}-\d{2})$/.exec(value)?.[1];
  if (day !== undefined) return { kind: "day", day: new Date(`${day}T00:00:00Z`) };
  const [, provider, scope] = /^scope:([a-z0-9-]{1,60}):(.{1,300})$/.exec(value) ?? [];
  if (provider !== undefined && scope !== undefined) return { kind: "scope", provider, scope };
  const message = value.startsWith("said:") ? readMessage(value.slice("said:".length)) : null;
  if (message !== null) return { kind: "said", message };
  const [, as, items] = /^list:(and|or|commas):(\[.*\])$/s.exec(value) ?? [];
  if ((as === "and" || as === "or" || as === "commas") && items !== undefined) {
    return { kind: "list", as, items: readTexts(items) };
  }
  return null;
}

function readMessage(json: string): Message | null {
  try {
    return messageSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function readTexts(json: string): string[] {
  try {
    const read: unknown = JSON.parse(json);
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
}
