import { checkMapping } from "#lib/automations/mapping/check-mapping.ts";
import type { IfMissing, Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { describePlace } from "#lib/automations/mapping/read-source.ts";
import type { Meaning } from "#lib/automations/shapes/meaning.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import type { SuggestionReasonParams } from "#lib/failures/mapping-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import { adapt, toSource } from "./adapt.ts";
import {
  type Candidate,
  candidatesOfLine,
  type EarlierStep,
  isOfEnvelope,
  listCandidates,
  means,
} from "./candidates.ts";

/** A value for one field of an action's input. @param confidence from 0 to 1, for the order in which they are shown */
export type Suggestion = {
  path: Path;
  value: Value;
  reason: Message & { readonly code: keyof SuggestionReasonParams };
  confidence: number;
};

type SuggestionQuestion = {
  event: Shape;
  input: Shape;
  /** The app whose action it is: an id of its own comes from its own steps only. */
  app: string;
  earlier: readonly EarlierStep[];
};

type Match = { candidate: Candidate; reason: Suggestion["reason"]; confidence: number };
type Wanted = { name: string; shape: Shape; isRequired: boolean };

/**
 * For each field of an action's input the value that most likely belongs there, if there is one: at most one a field. Each
 * passes checkMapping, alone and together with the others.
 */
export function suggestMapping({ event, input, app, earlier }: SuggestionQuestion): Suggestion[] {
  const candidates = listCandidates(event, earlier);
  const results = Object.fromEntries(earlier.map(({ step, shape }) => [step, shape]));
  let hasList = false;
  return Object.entries(input.fields).flatMap(([name, field]) => {
    const wanted = {
      name,
      isRequired: field.isRequired,
      shape: isRefund(input) ? ofRefund(field.shape) : field.shape,
    };
    const suggestion = suggestField(wanted, candidates, app);
    if (suggestion === null || (hasList && suggestion.value.kind === "each_line")) return [];
    const problems = checkMapping(
      { [name]: suggestion.value },
      { event, results, input: only(input, wanted) },
    );
    if (problems.some(({ isWarning }) => !isWarning)) return [];
    hasList ||= suggestion.value.kind === "each_line";
    return [suggestion];
  });
}

/** The mapping with these suggestions taken. What is mapped already stays as it is. */
export function takeSuggestions(mapping: Mapping, suggestions: readonly Suggestion[]): Mapping {
  const taken = suggestions.flatMap(({ path: [name], value }): [string, Value][] =>
    typeof name === "string" && !Object.hasOwn(mapping, name) ? [[name, value]] : [],
  );
  return { ...mapping, ...Object.fromEntries(taken) };
}

/** An action that gives a payment back names the payment. */
function isRefund({ fields }: Shape): boolean {
  const named = Object.values(fields).some(({ shape }) => payments.includes(shape.meaning));
  return named && Object.values(fields).some(({ shape }) => shape.meaning === "amount");
}

const payments: readonly (Meaning | null)[] = ["charge_id", "payment_id"];

/** What an order is worth is not what is given back, and what the guest wrote is not for the guest. */
function ofRefund(shape: Shape): Shape {
  if (shape.meaning === "amount") return { ...shape, meaning: "refunded_amount" };
  return shape.meaning === "note" ? { ...shape, meaning: null } : shape;
}

function only(input: Shape, { name, shape, isRequired }: Wanted): Shape {
  return { ...input, fields: { [name]: { shape, isRequired } } };
}

function suggestField(wanted: Wanted, candidates: readonly Candidate[], app: string): Suggestion | null {
  const matches = candidates
    .flatMap((candidate) => findMatch(candidate, wanted, candidates, app) ?? [])
    .toSorted((one, other) => other.confidence - one.confidence);
  for (const { candidate, reason, confidence } of matches) {
    const value = valueFrom(candidate, wanted, app);
    if (value !== null) return { path: [wanted.name], value, reason, confidence };
  }
  return null;
}

function valueFrom(candidate: Candidate, wanted: Wanted, app: string): Value | null {
  if (wanted.shape.type !== "lines") return adapt(candidate, wanted.shape, wanted.isRequired);
  const { item } = candidate.shape;
  if (candidate.origin.kind !== "field" || item === null || wanted.shape.item === null) return null;
  const fields = Object.entries(wanted.shape.item.fields).map(([name, field]) => {
    const suggestion = suggestField({ name, ...field }, candidatesOfLine(item), app);
    return { name, isRequired: field.isRequired, value: suggestion?.value ?? null };
  });
  if (fields.some(({ isRequired, value }) => isRequired && value === null)) return null;
  const members = fields.flatMap(({ name, value }): [string, Value][] =>
    value === null ? [] : [[name, value]],
  );
  const ifMissing: IfMissing = { rule: wanted.isRequired ? "fail" : "leave_out" };
  return {
    kind: "each_line",
    over: candidate.path,
    ifMissing,
    item: { kind: "object", fields: Object.fromEntries(members) },
  };
}

/** Meanings that say too little: two addresses of pages are seldom the same page. */
const vague: readonly (Meaning | null)[] = ["url", "moment", "consent", null];
/** What an app gives its own objects. */
const ids: readonly (Meaning | null)[] = ["order_id", "payment_id", "charge_id", "refund_id"];
/** Names that things of every kind have. */
const common: readonly string[] = [
  "id",
  "name",
  "title",
  "status",
  "url",
  "value",
  "type",
  "text",
  "note",
  "description",
];
/** Types of which an event has one, if any. */
const rare: readonly Shape["type"][] = ["date", "instant", "money"];

function findMatch(
  candidate: Candidate,
  wanted: Wanted,
  candidates: readonly Candidate[],
  app: string,
): Match | null {
  const field = describePlace(toSource(candidate, [], { rule: "fail" })).field;
  const { origin, shape } = candidate;
  const isOwn = origin.kind === "result" && origin.app === app;
  const hasName = candidate.name === wanted.name && candidate.isAtTop;
  if (isOwnId(wanted.shape)) {
    const isIt = isOwn && candidate.isAtTop && [wanted.name, `${wanted.name}Id`].includes(candidate.name);
    return isIt ? { candidate, reason: byName(field), confidence: 0.85 } : null;
  }
  const { meaning } = wanted.shape;
  if (
    meaning !== null &&
    !vague.includes(meaning) &&
    !isOfEnvelope(candidate) &&
    means(shape.meaning, meaning)
  ) {
    const isExact = shape.meaning === meaning;
    const confidence = isExact ? (hasName ? 0.95 : 0.9) : 0.8;
    return { candidate, reason: byMeaning(field, meaning), confidence: lessFar(confidence, candidate) };
  }
  if (
    hasName &&
    !common.includes(wanted.name) &&
    !ids.includes(meaning) &&
    (origin.kind !== "result" || isOwn)
  ) {
    return { candidate, reason: byName(field), confidence: 0.75 };
  }
  return byTypeAlone(candidate, wanted, candidates, field);
}

/** A result of a step is farther than the event itself, and its form less sure. */
function lessFar(confidence: number, { origin }: Candidate): number {
  return origin.kind === "result" ? confidence - 0.1 : confidence;
}

/** A choice of the app's resources, or an id in a form of its own: nothing of another app or of the platform fits. */
function isOwnId({ resource, pattern, meaning }: Shape): boolean {
  return resource !== null || (pattern !== null && (meaning === null || ids.includes(meaning)));
}

function byTypeAlone(
  candidate: Candidate,
  { shape: wanted }: Wanted,
  candidates: readonly Candidate[],
  field: string,
): Match | null {
  const isRare = rare.includes(wanted.type);
  const type = wanted.type === "date" ? "instant" : wanted.type;
  if (!isRare || candidate.shape.type !== type) return null;
  const alike = candidates.filter((one) => one.shape.type === type && !isOfEnvelope(one));
  const isOnly = alike.length === 1 || (alike.length === 0 && isOfEnvelope(candidate));
  if (!isOnly || (alike.length === 1 && alike[0] !== candidate)) return null;
  return { candidate, reason: { code: "suggested_by_type", params: { field } }, confidence: 0.5 };
}

function byName(field: string): Match["reason"] {
  return { code: "suggested_by_name", params: { field } };
}

function byMeaning(field: string, meaning: Meaning): Match["reason"] {
  return { code: "suggested_by_meaning", params: { field, meaning } };
}
