import { z } from "zod";

/** Ids stand in addresses, keys and indices of ours. */
const maxIdLength = 200;
/** What Date and Postgres both keep: the years 1970 to 9999. */
const latest = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Schemas for what providers and the plugins in their shops send: a number may come as a text and a text as a number, a
 * list as an object with numbered names (as PHP writes a list with gaps), and what may be absent may be missing, null,
 * false or empty. What is there and means nothing is refused; whoever reads a list then keeps that one record as unread.
 */
function lenient<Value>(expected: string, read: (value: unknown) => Value | undefined) {
  return z
    .unknown()
    .optional()
    .transform((value, ctx): Value => {
      const found = read(value);
      if (found !== undefined) return found;
      ctx.issues.push({ code: "custom", message: expected, input: value });
      return z.NEVER;
    });
}

/** The same, and undefined for what is missing, null, false or empty. */
function lenientOr<Value>(expected: string, read: (value: unknown) => Value | undefined) {
  return z
    .unknown()
    .optional()
    .transform((value, ctx): Value | undefined => {
      if (isAbsent(value)) return undefined;
      const found = read(value);
      if (found === undefined) ctx.issues.push({ code: "custom", message: expected, input: value });
      return found;
    });
}

/** An id as text: `12`, `"12"` and `" 12"` are the same. At most 200 characters that can be stored. */
export const id = lenient("an id", toId);

/** A text; a number counts as one. */
export const text = lenient("a text", toText);
export const optionalText = lenientOr("a text", toText);

/** A number; a text that says one counts as one. */
export const number = lenient("a number", toNumber);
export const optionalNumber = lenientOr("a number", toNumber);

export const whole = lenient("a whole number", toWhole);
export const optionalWhole = lenientOr("a whole number", toWhole);

/** An amount as decimal text, `12.50`; a number counts as one. */
export const decimal = lenient("a number", toDecimal);
export const optionalDecimal = lenientOr("a number", toDecimal);

/** True or false; 1, 0, "true", "false", "yes" and "no" count too. */
export const flag = lenient("yes or no", toFlag);
/** The same, and false where it is absent. */
export const optionalFlag = lenientOr("yes or no", toFlag).transform((value) => value ?? false);

/** A moment as ISO text in UTC; undefined where it is absent, or is the zero date of MySQL. */
export const optionalMoment = lenientOr("a time", (value) =>
  typeof value === "string" ? toMoment(value) : undefined,
).transform((value) => (value === "" ? undefined : value));

/** A list of anything; one that is an object with numbered names counts, and an absent one is empty. */
export const optionalList = z
  .unknown()
  .optional()
  .transform((value, ctx): unknown[] => {
    if (isAbsent(value) || isEmptyObject(value)) return [];
    const found = toList(value);
    if (found) return found;
    ctx.issues.push({ code: "custom", message: "a list", input: value });
    return z.NEVER;
  });

/** The same where there must be one, though it be empty. */
export const list = lenient("a list", toList);

/** A list of which each item must be readable. */
export function listOfEach<Item extends z.ZodType>(item: Item) {
  return optionalList.pipe(z.array(item));
}

/** A list from which what cannot be read is left out: for what merely decorates a record. */
export function listOfReadable<Item extends z.ZodType>(item: Item) {
  return z
    .unknown()
    .optional()
    .transform((value): z.output<Item>[] =>
      (toList(value) ?? []).flatMap((one) => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
}

/** What merely decorates a record: undefined where it is absent or means nothing. */
export const hint = z
  .unknown()
  .optional()
  .transform((value) => (isAbsent(value) ? undefined : toText(value)));
export const hintedNumber = z
  .unknown()
  .optional()
  .transform((value) => (isAbsent(value) ? undefined : toNumber(value)));

/** An object, or undefined for anything else: for what merely decorates a record. */
export function hintedObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const object = z.looseObject(shape);
  return z
    .unknown()
    .optional()
    .transform((value) => object.safeParse(value).data);
}

/** An object that may be absent, or be empty as PHP writes it (`[]`); anything else is refused. */
export function optionalObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .unknown()
    .optional()
    .transform((value) =>
      isAbsent(value) || (Array.isArray(value) && value.length === 0) ? undefined : value,
    )
    .pipe(z.looseObject(shape).optional());
}

/** What stands in a list, whatever form it has; null for what is none. */
export function toList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => /^\d{1,15}$/.test(name))
    ? Object.values(value)
    : undefined;
}

/** PHP says `false` for what it did not find. */
function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === "string" && value.trim() === "")
  );
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function toId(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  return /^\P{C}+$/u.test(trimmed) && trimmed.length <= maxIdLength ? trimmed : undefined;
}

function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? plainDecimal(value) : undefined;
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  const written = typeof value === "string" ? toDecimal(value) : undefined;
  return written === undefined ? undefined : Number(written);
}

function toWhole(value: unknown): number | undefined {
  const found = toNumber(value);
  return Number.isSafeInteger(found) ? found : undefined;
}

function toDecimal(value: unknown): string | undefined {
  if (typeof value === "number") return plainDecimal(value);
  if (typeof value !== "string") return undefined;
  const written = value.trim().slice(0, 100);
  return /^-?\d{1,30}(?:\.\d{0,50})?$/.test(written) ? written.replace(/\.$/, "") : undefined;
}

/** Without an exponent, and without what binary fractions add: 0.1 + 0.2 is 0.3. */
function plainDecimal(value: number): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  const rounded = String(Number(value.toPrecision(15)));
  return rounded.includes("e") ? trimZeros(value.toFixed(20)) : rounded;
}

function trimZeros(written: string): string {
  return written.replace(/0{1,20}$/, "").replace(/\.$/, "");
}

const flagWords = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ["1", true],
  ["true", true],
  ["yes", true],
  [false, false],
  [0, false],
  ["0", false],
  ["false", false],
  ["no", false],
]);

function toFlag(value: unknown): boolean | undefined {
  return flagWords.get(typeof value === "string" ? value.trim().toLowerCase() : value);
}

const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?: ?(Z|[+-]\d{2}:?\d{2}))?)?$/i;

/** What PHP makes of MySQL's zero date. */
const zeroDateOfPhp = /^\s*-0001-11-30(?:[T ]00:00:00)?/;

/** A time without a zone is one in UTC. @returns "" for the zero date, undefined for what is no time */
function toMoment(written: string): string | undefined {
  const [, day = "", time = "00:00", zone = "Z"] = momentForm.exec(written.trim().slice(0, 60)) ?? [];
  if (day.startsWith("0000-00-00") || zeroDateOfPhp.test(written)) return "";
  const zoned = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const ms = Date.parse(`${day}T${time}${zoned}`);
  return Number.isNaN(ms) || ms < 0 || ms > latest ? undefined : new Date(ms).toISOString();
}
