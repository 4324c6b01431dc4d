import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import type { IfMissing, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { CurrencySource, Transform } from "#lib/automations/transforms/transform-schema.ts";
import type { Answered, RecipeCondition, RecipeValue } from "./recipe.ts";

/** The words in which recipes are written: each a value or a condition of the typed tree. */

const version = 1;
export const fail: IfMissing = { rule: "fail" };
export const leaveOut: IfMissing = { rule: "leave_out" };
export const otherwise = (value: string): IfMissing => ({ rule: "default", value });

const toPath = (dotted: string) => ["data", ...dotted.split(".")];

/** A field of the event's data, such as `customer.email`. */
export const field = (dotted: string, ifMissing: IfMissing, ...transforms: Transform[]): Source => ({
  kind: "field",
  path: toPath(dotted),
  transforms,
  ifMissing,
});

export const result = (step: string, name: string, ifMissing: IfMissing = fail): Source => ({
  kind: "result",
  step,
  path: [name],
  transforms: [],
  ifMissing,
});

export const line = (name: string, ifMissing: IfMissing, ...transforms: Transform[]): Source => ({
  kind: "line",
  path: [name],
  transforms,
  ifMissing,
});

export const eachLine = (fields: Record<string, Value>): Value => ({
  kind: "each_line",
  over: ["data", "lines"],
  ifMissing: fail,
  item: { kind: "object", fields },
});

export const fixed = (value: string | number | boolean): Value => ({ kind: "fixed", value });
/** What the app itself calls a thing: never translated. */
export const ownName = fixed;
export const fixedList = (...values: string[]): Value => ({ kind: "fixed", value: values });
export const text = (...parts: (string | Source | Answered)[]): RecipeValue => ({ kind: "text", parts });
export const row = (...items: RecipeValue[]): RecipeValue => ({ kind: "list", items });
export const chosen = (role: string): RecipeValue => ({ kind: "role", role });
export const answered = (question: string): Answered => ({ kind: "answer", question });

export const trim: Transform = { transform: "trim", version };
export const shorten = (maxLength: number): Transform => ({ transform: "shorten", version, maxLength });
export const emailAddress: Transform = { transform: "email_address", version };
/** A text that is no whole number counts as missing. */
export const wholeNumber: Transform = { transform: "to_number", version, decimalMark: ".", as: "integer" };
/** Anything else counts as missing. */
export const keepOnly = (values: readonly string[]): Transform => ({
  transform: "lookup",
  version,
  entries: values.map((value) => ({ from: value, to: value })),
  otherwise: { rule: "missing" },
});
export const isoDate: Transform = { transform: "date", version, form: "iso_date" };
export const shownMoment: Transform = { transform: "date", version, form: "date_time" };
const ofTheEvent: CurrencySource = { from: "event", path: toPath("currency") };
export const money = (as: "decimal" | "number" | "shown"): Transform => ({
  transform: "money",
  version,
  currency: ofTheEvent,
  as,
});

/** What was ordered, a line each. @param maxLength of the whole: an order has up to 500 lines */
export const orderLines = (separator: string, maxLength: number): Source =>
  field(
    "lines",
    fail,
    { transform: "lines_text", version, shows: "quantity_and_name", separator },
    shorten(maxLength),
  );

/** The guest's address where it is one. */
export const guestEmail = (ifMissing: IfMissing): Source => field("customer.email", ifMissing, emailAddress);
export const guestName = (ifMissing: IfMissing, maxLength: number): Source =>
  field("customer.name", ifMissing, trim, shorten(maxLength));
export const firstName = (ifMissing: IfMissing, maxLength: number): Source =>
  field(
    "customer.name",
    ifMissing,
    { transform: "split", version, separator: " ", take: "before_last" },
    shorten(maxLength),
  );
export const lastName = (ifMissing: IfMissing, maxLength: number): Source =>
  field(
    "customer.name",
    ifMissing,
    { transform: "split", version, separator: " ", take: "last" },
    shorten(maxLength),
  );

/** The moment of the event in the merchant's zone, as people there write it. */
export const occurredAt = (transform: Transform): Source => ({
  kind: "field",
  path: ["occurredAt"],
  transforms: [transform],
  ifMissing: fail,
});

const plainField = (dotted: string, ...transforms: Transform[]) =>
  ({ kind: "field", path: toPath(dotted), transforms }) as const;

/** The guest agreed to hear from the merchant. Left out is no. */
export const hasConsent: Condition = {
  kind: "compare",
  comparison: "is_true",
  source: plainField("customer.hasMarketingConsent"),
};
/** There is an address that can be written to. */
export const hasEmail: Condition = {
  kind: "compare",
  comparison: "is_present",
  source: plainField("customer.email", emailAddress),
};
export const isTrue = (dotted: string): Condition => ({
  kind: "compare",
  comparison: "is_true",
  source: plainField(dotted),
});
export const isPresent = (dotted: string, ...transforms: Transform[]): Condition => ({
  kind: "compare",
  comparison: "is_present",
  source: plainField(dotted, ...transforms),
});
export const isMissing = (dotted: string): Condition => ({
  kind: "compare",
  comparison: "is_missing",
  source: plainField(dotted),
});
export const equals = (dotted: string, value: string | boolean): Condition => ({
  kind: "compare",
  comparison: "equals",
  source: plainField(dotted),
  value,
});
export const isOneOf = (dotted: string, value: readonly string[]): Condition => ({
  kind: "compare",
  comparison: "is_one_of",
  source: plainField(dotted),
  value,
});
export const moreThan = (dotted: string, value: number): Condition => ({
  kind: "compare",
  comparison: "greater",
  source: plainField(dotted),
  value,
});
/** For a step that depends on what an earlier one came to. */
export const resultEquals = (step: string, name: string, value: string): Condition => ({
  kind: "compare",
  comparison: "equals",
  source: { kind: "result", step, path: [name], transforms: [] },
  value,
});
/** Compared with what the merchant answered. */
export const atLeastAnswer = (dotted: string, question: string) =>
  ({
    kind: "compare",
    comparison: "at_least",
    source: plainField(dotted),
    value: { kind: "answer", question },
  }) as const;
export const equalsAnswer = (dotted: string, question: string) =>
  ({
    kind: "compare",
    comparison: "equals",
    source: plainField(dotted),
    value: { kind: "answer", question },
  }) as const;
export const allOf = <Part extends RecipeCondition>(...of: Part[]): { kind: "all"; of: Part[] } => ({
  kind: "all",
  of,
});
