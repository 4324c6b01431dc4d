import { z } from "zod";
import { eventPathSchema, pathSchema, stepKeySchema } from "#lib/automations/mapping/path-schema.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";
import { isTimeZone } from "./locality.ts";

const scalar = z.union([shortText(500), z.number(), z.boolean()]);
const separator = shortText(20);

/** Where the currency of an amount is found: it stands beside the amount, never in it. */
const currencySourceSchema = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("event"), path: eventPathSchema }),
  z.strictObject({ from: z.literal("step"), step: stepKeySchema, path: pathSchema }),
  z.strictObject({ from: z.literal("line"), path: pathSchema }),
  /** The value is an object with `amount` and `currency`. */
  z.strictObject({ from: z.literal("value") }),
  z.strictObject({
    from: z.literal("fixed"),
    currency: shortText(20).regex(/^[A-Z]{3}$/, saidParam(say("field_currency"))),
  }),
]);
export type CurrencySource = z.infer<typeof currencySourceSchema>;

const timeZone = shortText(100).refine(isTimeZone, saidParam(say("field_time_zone")));

/** The arguments of each transform. A change that an automation could notice is a new version, beside the old one. */
export const transformArguments = {
  /** In place of an empty text or list. What is missing altogether has `ifMissing`. */
  default: { value: scalar },
  /** A list of plain values as one text. */
  join: { separator },
  /** Parts of a text, without the spaces around them and without empty ones. */
  split: {
    separator: separator.min(1),
    take: z.enum(["first", "last", "after_first", "before_last", "all"]),
  },
  case: { to: z.enum(["upper", "lower", "sentence", "words"]) },
  trim: {},
  /** An email address as forms take it; anything else counts as missing. */
  email_address: {},
  /** At most so many UTF-16 code units; what is cut ends with an ellipsis. */
  shorten: { maxLength: z.int().min(1).max(100_000) },
  to_number: { decimalMark: z.enum([".", ","]), as: z.enum(["number", "integer"]) },
  /** plain: 1234.5, for machines. local: as the merchant's language writes it. */
  format_number: { style: z.enum(["plain", "local"]), decimals: z.int().min(0).max(6).optional() },
  /** An amount in minor units, as 12.50 (decimal: text, number: number) or as people read it (shown). */
  money: { currency: currencySourceSchema, as: z.enum(["decimal", "number", "shown"]) },
  /** A moment in a zone, the merchant's where none is named. iso_…: for machines; the rest in the merchant's language. */
  date: {
    form: z.enum(["iso_date", "iso_date_time", "date", "time", "date_time", "weekday"]),
    zone: timeZone.optional(),
  },
  /** Another value for each of those listed. */
  lookup: {
    entries: z
      .array(z.strictObject({ from: scalar, to: scalar }))
      .min(1)
      .max(200),
    otherwise: z.discriminatedUnion("rule", [
      z.strictObject({ rule: z.literal("keep") }),
      z.strictObject({ rule: z.literal("missing") }),
      z.strictObject({ rule: z.literal("value"), value: scalar }),
    ]),
  },
  /** The first item of a list. */
  first: {},
  /** How many items a list has. */
  count: {},
  /** One whole number of each line, added up. */
  sum: { path: pathSchema },
  /** Order lines as a text: 2 × Margherita. */
  lines_text: {
    shows: z.enum(["name", "quantity_and_name"]),
    separator,
    /** Left out, no prices are shown. */
    prices: currencySourceSchema.optional(),
  },
} as const;

export type TransformId = keyof typeof transformArguments;

function createSchema<Id extends TransformId>(id: Id) {
  return z.strictObject({
    transform: z.literal(id),
    version: z.literal(1),
    ...transformArguments[id],
  });
}

export const transformSchema = z.discriminatedUnion("transform", [
  createSchema("default"),
  createSchema("join"),
  createSchema("split"),
  createSchema("case"),
  createSchema("trim"),
  createSchema("email_address"),
  createSchema("shorten"),
  createSchema("to_number"),
  createSchema("format_number"),
  createSchema("money"),
  createSchema("date"),
  createSchema("lookup"),
  createSchema("first"),
  createSchema("count"),
  createSchema("sum"),
  createSchema("lines_text"),
]);
/** A step of working on a value: which, in which version, with what arguments. */
export type Transform = z.infer<typeof transformSchema>;
