import type { IfMissing, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { isOfType } from "#lib/automations/shapes/fits.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";
import type { Candidate } from "./candidates.ts";

const version = 1;

/**
 * A field as a value of the wanted shape, with the transforms that it needs; null where no transform makes one of it.
 * What is wanted and missing fails the step; what may be left out is.
 */
export function adapt(candidate: Candidate, wanted: Shape, isRequired: boolean): Value | null {
  const ifMissing: IfMissing = { rule: isRequired ? "fail" : "leave_out" };
  const transforms = transformsTo(candidate, wanted);
  if (transforms === null) return null;
  const source = toSource(candidate, transforms, ifMissing);
  const { type } = candidate.shape;
  const isWritten =
    wanted.type === "text" && (type === "integer" || type === "number") && transforms.length === 0;
  return isWritten ? { kind: "text", parts: [source] } : source;
}

export function toSource(
  { origin, path }: Candidate,
  transforms: readonly Transform[],
  ifMissing: IfMissing,
): Source {
  if (origin.kind !== "result") return { kind: origin.kind, path, transforms, ifMissing };
  return { kind: "result", step: origin.step, path, transforms, ifMissing };
}

function transformsTo(candidate: Candidate, wanted: Shape): Transform[] | null {
  const { shape } = candidate;
  if (wanted.type === "date") {
    return shape.type === "instant"
      ? [{ transform: "date", version, form: "iso_date" }]
      : direct(shape, wanted);
  }
  if (isAmount(shape) && (wanted.type === "number" || wanted.type === "text")) {
    return moneyTo(candidate, wanted);
  }
  if (wanted.type === "text" && shape.type === "text") return textTo(shape, wanted);
  const isNumber = shape.type === "integer" || shape.type === "number";
  return wanted.type === "text" && isNumber ? [] : direct(shape, wanted);
}

function direct(shape: Shape, wanted: Shape): Transform[] | null {
  return isOfType(shape.type, wanted.type) ? [] : null;
}

const amounts: readonly (string | null)[] = [
  "amount",
  "paid_amount",
  "refunded_amount",
  "tax",
  "tip",
  "unit_price",
  "line_total",
];

function isAmount({ type, meaning }: Shape): boolean {
  return type === "money" || (type === "integer" && amounts.includes(meaning));
}

/** An amount in main units needs its currency, which stands beside it. */
function moneyTo({ origin, path, shape, beside }: Candidate, wanted: Shape): Transform[] | null {
  const as = wanted.type === "number" ? "number" : "decimal";
  if (shape.type === "money") return [{ transform: "money", version, currency: { from: "value" }, as }];
  if (beside.currency?.shape.meaning !== "currency") return null;
  const place = [...path.slice(0, -1), "currency"];
  const currency: CurrencySource =
    origin.kind === "result"
      ? { from: "step", step: origin.step, path: place }
      : { from: origin.kind === "line" ? "line" : "event", path: place };
  return [{ transform: "money", version, currency, as }];
}

/** Free texts, of which a shorter one still says something. */
const cuttable: readonly (string | null)[] = [
  "person_name",
  "first_name",
  "last_name",
  "company",
  "product_name",
  "note",
  "city",
];

function textTo(shape: Shape, wanted: Shape): Transform[] {
  const transforms: Transform[] = [];
  if (shape.meaning === "person_name" && wanted.meaning === "last_name") {
    transforms.push({ transform: "split", version, separator: " ", take: "last" });
  } else if (shape.meaning === "person_name" && wanted.meaning === "first_name") {
    transforms.push({ transform: "split", version, separator: " ", take: "before_last" });
  } else if (wanted.meaning === "email") {
    transforms.push({ transform: "email_address", version });
  } else if (wanted.minLength > shape.minLength) {
    transforms.push({ transform: "trim", version });
  }
  const max = wanted.maxLength;
  const mayBeLonger = max !== null && (shape.maxLength === null || shape.maxLength > max);
  if (mayBeLonger && cuttable.includes(shape.meaning)) {
    transforms.push({ transform: "shorten", version, maxLength: max });
  }
  if (wanted.values !== null && !shape.values?.every((value) => wanted.values?.includes(value))) {
    const texts = wanted.values.filter((value) => typeof value === "string");
    const entries = texts.map((text) => ({ from: text, to: text }));
    if (entries.length > 0) {
      transforms.push({ transform: "lookup", version, entries, otherwise: { rule: "missing" } });
    }
  }
  return transforms;
}
