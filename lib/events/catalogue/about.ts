import { findEventType } from "./catalogue.ts";
import type { About } from "./define.ts";

type Event = { type: string; data: Readonly<Record<string, unknown>> };

/** What an event is about, in the platform's own ids. @param payment a refund is one too @param minor in minor units */
type WhatItIsAbout = {
  order: string | null;
  payment: string | null;
  amount: { minor: number; currency: string } | null;
};

/** The order, the payment and the money that an event tells of, where its type says where they stand. */
export function readAbout({ type, data }: Event): WhatItIsAbout {
  const about: About = findEventType(type)?.about ?? {};
  const minor = about.amount ? valueAt(data, about.amount) : null;
  const currency = valueAt(data, ["currency"]);
  const isMoney = typeof minor === "number" && typeof currency === "string";
  return {
    order: about.order ? idAt(data, about.order) : null,
    payment: about.payment ? idAt(data, about.payment) : null,
    amount: isMoney ? { minor, currency } : null,
  };
}

/**
 * The fact that an event tells of: two events with one key tell of the same, whoever sent them. Null = each event of this
 * type is a fact of its own.
 */
export function buildFactKey(event: Event): string | null {
  const { order, payment } = readAbout(event);
  const parts = [order, payment].filter((part) => part !== null);
  return parts.length === 0 ? null : JSON.stringify([event.type, ...parts]);
}

function idAt(data: unknown, path: readonly string[]): string | null {
  const value = valueAt(data, path);
  return typeof value === "string" && value !== "" ? value : null;
}

function valueAt(data: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return data;
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, name)) return undefined;
  return valueAt(Reflect.get(data, name), rest);
}
