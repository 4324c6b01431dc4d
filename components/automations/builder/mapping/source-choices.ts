import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { misfits } from "#lib/automations/shapes/fits.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { adapt, toSource } from "#lib/automations/suggestions/adapt.ts";
import {
  type Candidate,
  candidatesOfLine,
  type EarlierStep,
  listCandidates,
} from "#lib/automations/suggestions/candidates.ts";
import { shapeAfter } from "#lib/automations/transforms/shape-after.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";
import { isAmount } from "#lib/automations/words/value-words.ts";

/** A field that can be chosen, in the group under which it is listed. */
export type SourceChoice = { group: "line" | "event" | number; candidate: Candidate };

/** Everything that a value at a place can come from: of the order line, the event, and the results so far. */
export function sourceChoices(
  event: Shape,
  earlier: readonly EarlierStep[],
  line: Shape | null,
): SourceChoice[] {
  const ofLine = line ? candidatesOfLine(line) : [];
  const others = listCandidates(event, earlier);
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
export function sourceFor(candidate: Candidate, use: Use): Source | null {
  const { wanted, isRequired, isWithinText } = use;
  const source = isWithinText ? null : adapted(candidate, wanted, isRequired);
  if (source !== null) return suits(candidate, source, wanted) ? source : null;
  const isOfText = isWithinText || wanted.type === "text" || wanted.type === "any";
  const transforms = isOfText ? asRead(candidate) : [];
  if (transforms === null) return null;
  const made = toSource(candidate, transforms, createRule(isRequired && !isWithinText));
  return isWithinText || suits(candidate, made, wanted) ? made : null;
}

function adapted(candidate: Candidate, wanted: Shape, isRequired: boolean): Source | null {
  const value = adapt(candidate, wanted, isRequired);
  const [only] = value?.kind === "text" ? value.parts : [value];
  const isSource = typeof only === "object" && only !== null;
  return isSource && (only.kind === "field" || only.kind === "result" || only.kind === "line") ? only : null;
}

/** Whether what a source gives is taken where a shape is wanted. A text is written of any plain value. */
function suits({ shape }: Candidate, { transforms }: Source, wanted: Shape): boolean {
  const after = shapeAfter({ shape, mayBeMissing: false }, transforms);
  if ("refusal" in after) return false;
  const { type } = after.found.shape;
  const isWritten = wanted.type === "text" && (type === "integer" || type === "number" || type === "boolean");
  const offered = isWritten ? { ...after.found.shape, type: "text" as const } : after.found.shape;
  return misfits(offered, wanted).every(({ isWarning }) => isWarning);
}

function createRule(isRequired: boolean): Source["ifMissing"] {
  return { rule: isRequired ? "fail" : "leave_out" };
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

function currencyBeside(origin: Candidate["origin"], path: Candidate["path"]): CurrencySource {
  const place = [...path.slice(0, -1), "currency"];
  if (origin.kind === "result") return { from: "step", step: origin.step, path: place };
  return { from: origin.kind === "line" ? "line" : "event", path: place };
}
