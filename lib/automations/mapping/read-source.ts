import type { ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import type { TransformContext } from "#lib/automations/transforms/behaviour.ts";
import { currencyCode } from "#lib/automations/transforms/decimal-amount.ts";
import { applyTransform } from "#lib/automations/transforms/registry.ts";
import type { CurrencySource } from "#lib/automations/transforms/transform-schema.ts";
import type { MappingFailureParams } from "#lib/failures/mapping-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { formatPath } from "#lib/parse.ts";
import { type Allowance, keepable } from "./keepable.ts";
import type { Json, Source } from "./mapping-schema.ts";
import { ownAt } from "./own-at.ts";
import type { Scope } from "./scope.ts";
import { typeOfValue } from "./type-of-value.ts";

/** What was found at a source, after its transforms. */
export type Read =
  | { kind: "value"; value: Json }
  | { kind: "missing" }
  | { kind: "problem"; problem: Message & { readonly code: keyof MappingFailureParams } };

/** The order line at hand; null outside of a list of them. */
export type LineAtHand = { line: unknown } | null;

type AnySource = Source | ConditionSource;

/** Reads a source and works on what is there. Null counts as missing. Never throws. */
export function readSource(source: AnySource, scope: Scope, at: LineAtHand, allowance: Allowance): Read {
  if (source.kind === "line" && at === null) return problem("mapping_outside_lines", {});
  const raw = rawValue(source, scope, at);
  if (raw === undefined || raw === null) return { kind: "missing" };
  const kept = keepable(raw, allowance);
  if (kept === "too_many") return problem("mapping_too_many", { max: allowanceShown });
  if (kept === "no_data") return problem("mapping_not_data", {});

  let { value } = kept;
  for (const transform of source.transforms) {
    const applied = applyTransform(transform, value, createContext(scope, at));
    if (applied.kind === "missing") return applied;
    if (applied.kind === "problem") {
      if (applied.code === "mapping_wrong_type") {
        const types = { expected: applied.expected, found: typeOfValue(value) };
        return problem("mapping_wrong_type", {
          ...describePlace(source),
          transform: transform.transform,
          ...types,
        });
      }
      if (applied.code === "mapping_too_long" || applied.code === "mapping_too_many") {
        return problem(applied.code, { max: allowanceShown });
      }
      return problem(applied.code, describePlace(source));
    }
    value = applied.value;
  }
  return { kind: "value", value };
}

/** The bound that a problem names: that of one text. */
const allowanceShown = 200_000;

function problem<Code extends keyof MappingFailureParams>(
  code: Code,
  params: MappingFailureParams[Code],
): Read {
  return { kind: "problem", problem: { code, params } };
}

function rawValue(source: AnySource, { event, results }: Scope, at: LineAtHand): unknown {
  switch (source.kind) {
    case "field":
      return ownAt(event, source.path);
    case "result":
      return ownAt(lookUp(results, source.step), source.path);
    case "line":
      return ownAt(at?.line, source.path);
  }
}

/** Where a source looks, for a message about it: without the `data` that all fields of an event lie in. */
export function describePlace(source: AnySource): MappingFailureParams["mapping_missing"] {
  const step = source.kind === "result" ? source.step : null;
  const from = source.kind === "field" ? "event" : source.kind === "result" ? "step" : "line";
  const [root, ...inner] = source.path;
  const path = source.kind === "field" && root === "data" && inner.length > 0 ? inner : source.path;
  return { from, field: formatPath(path), step };
}

function createContext(scope: Scope, at: LineAtHand): TransformContext {
  const { timeZone, locale } = scope.merchant;
  return {
    timeZone,
    locale,
    findCurrency: (source, amount, line = at?.line) => currencyCode(currencyAt(source, scope, amount, line)),
  };
}

function currencyAt(source: CurrencySource, scope: Scope, amount: unknown, line: unknown): unknown {
  switch (source.from) {
    case "event":
      return ownAt(scope.event, source.path);
    case "step":
      return ownAt(lookUp(scope.results, source.step), source.path);
    case "line":
      return ownAt(line, source.path);
    case "value":
      return ownAt(amount, ["currency"]);
    case "fixed":
      return source.currency;
  }
}
