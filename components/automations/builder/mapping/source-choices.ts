import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { misfits } from "#lib/automations/shapes/fits.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { adapt, sourceOf } from "#lib/automations/suggestions/adapt.ts";
import {
  type Candidate,
  candidatesOf,
  candidatesOfLine,
  type EarlierStep,
} from "#lib/automations/suggestions/candidates.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";

/** A field that can be chosen, in the group under which it is listed. */
export type SourceChoice = { group: "line" | "event" | number; candidate: Candidate };

/** Everything that a value at a place can come from: of the order line, the event, and the results so far. */
export function sourceChoices(
  event: Shape,
  earlier: readonly EarlierStep[],
  line: Shape | null,
): SourceChoice[] {
  const ofLine = line ? candidatesOfLine(line) : [];
  const others = candidatesOf(event, earlier);
  return [
    ...ofLine.map((candidate): SourceChoice => ({ group: "line", candidate })),
    ...others.map((candidate): SourceChoice => {
      const { origin } = candidate;
      const at = origin.kind === "result" ? earlier.findIndex(({ step }) => step === origin.step) : -1;
      return { group: at === -1 ? "event" : at, candidate };
    }),
  ];
}

/** How a field is to be used: as the only value of something, or within a text that people read. */
export type Use = { wanted: Shape; isRequired: boolean; isWithinText: boolean };

/**
 * The source that a field is put in as, with the changes that it needs to fit there.
 * @returns null where no change makes it fit
 */
export function sourceFor(candidate: Candidate, { wanted, isRequired, isWithinText }: Use): Source | null {
  const isOfOtherForm = misfits(candidate.shape, wanted).some(({ code }) => code === "mapping_wrong_form");
  if (isOfOtherForm && !isWithinText) return null;
  if (!isWithinText) {
    const value = adapt(candidate, wanted, isRequired);
    if (value?.kind === "text") {
      const [part] = value.parts;
      return part === undefined || typeof part === "string" ? null : part;
    }
    if (value?.kind === "field" || value?.kind === "result" || value?.kind === "line") return value;
  }
  if (!isWithinText && wanted.type !== "text" && wanted.type !== "any") {
    return isSameKind(candidate.shape, wanted) ? sourceOf(candidate, [], ruleOf(isRequired)) : null;
  }
  const transforms = asRead(candidate);
  return transforms && sourceOf(candidate, transforms, ruleOf(isRequired && !isWithinText));
}

function ruleOf(isRequired: boolean): Source["ifMissing"] {
  return { rule: isRequired ? "fail" : "leave_out" };
}

function isSameKind(shape: Shape, wanted: Shape): boolean {
  return shape.type === wanted.type || shape.type === "any" || wanted.type === "any";
}

const version = 1;

/** The changes that make a text for people of a field; null where none does. */
function asRead({ shape, beside, origin, path }: Candidate): Transform[] | null {
  switch (shape.type) {
    case "instant":
      return [{ transform: "date", version, form: "date_time" }];
    case "money":
      return [{ transform: "money", version, currency: { from: "value" }, as: "shown" }];
    case "integer": {
      const currency = beside.currency && isAmount(shape) ? currencyBeside(origin, path) : null;
      return currency === null ? [] : [{ transform: "money", version, currency, as: "shown" }];
    }
    case "lines":
      return [{ transform: "lines_text", version, shows: "quantity_and_name", separator: "\n" }];
    case "list":
      return shape.item && !isReadable(shape.item) ? null : [{ transform: "join", version, separator: ", " }];
    case "object":
      return null;
    default:
      return [];
  }
}

function isReadable({ type }: Shape): boolean {
  return type !== "object" && type !== "money" && type !== "list" && type !== "lines";
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

/** Whether a whole number is an amount in minor units. */
export function isAmount({ type, meaning }: Shape): boolean {
  return type === "integer" && amounts.includes(meaning);
}

function currencyBeside(origin: Candidate["origin"], path: Candidate["path"]): CurrencySource {
  const place = [...path.slice(0, -1), "currency"];
  if (origin.kind === "result") return { from: "step", step: origin.step, path: place };
  return { from: origin.kind === "line" ? "line" : "event", path: place };
}
