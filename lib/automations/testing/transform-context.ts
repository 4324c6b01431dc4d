import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import type { Applied, TransformContext } from "#lib/automations/transforms/behaviour.ts";
import { currencyCode } from "#lib/automations/transforms/decimal-amount.ts";
import { applyTransform } from "#lib/automations/transforms/registry.ts";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";

/** A context without an event: currencies are those that are fixed, or stand in the value or the line. */
export function plannedContext(place: { timeZone?: string; locale?: string } = {}): TransformContext {
  return {
    timeZone: "UTC",
    locale: "en",
    ...place,
    findCurrency: (source, amount, line) => {
      if (source.from === "fixed") return source.currency;
      if (source.from === "value") return currencyCode(ownAt(amount, ["currency"]));
      return source.from === "line" ? currencyCode(ownAt(line, source.path)) : undefined;
    },
  };
}

/** The value that a transform makes, or what else came of it. */
export function work(
  value: Json,
  transform: Transform,
  place: { timeZone?: string; locale?: string } = {},
): Json | Applied {
  const applied = applyTransform(transform, value, plannedContext(place));
  return applied.kind === "value" ? applied.value : applied;
}

export const missing = { kind: "missing" };
export const problem = (code: string) => ({ kind: "problem", code });
