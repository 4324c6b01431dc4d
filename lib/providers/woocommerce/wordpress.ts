import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { decimalToMinor } from "#lib/money/decimal-minor.ts";
import { trimmedText } from "#lib/text-schema.ts";

/** The number under which WooCommerce keeps something. */
export const idNumber = (what: string) =>
  trimmedText(200).regex(/^[1-9]\d{0,17}$/, `Give the number of the ${what}, digits only.`);

/**
 * What PHP, and WordPress of its database, print into the page of a shop whose errors are shown.
 * https://www.php.net/manual/en/errorfunc.constants.php https://developer.wordpress.org/reference/classes/wpdb/print_error/
 */
const notice =
  /(?:<b>|<strong>|PHP |<\/span>|^|\n)[ \t]*(?:warning|notice|deprecated|strict standards|(?:catchable|recoverable) fatal error|wordpress database error)(?:<\/b>)?\s*:/i;

const fatal = /(?:<b>|PHP |<\/span>|^|\n)[ \t]*(?:fatal error|parse error)(?:<\/b>)?\s*:/i;

const head = 20_000;

const maxTries = 20;

const partOfPage = /<(?:!doctype|html|head|body|script)\b/i;

/** Brackets that nothing closes: each is looked for up to the end of the text. */
const maxUnclosed = 3;

const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
};

/**
 * The form of each error of the WordPress REST API.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#errors
 */
const wordPressError = z.looseObject({
  code: z.string(),
  message: z.string(),
  data: z
    .looseObject({
      params: z
        .union([z.record(z.string(), z.string()), z.array(z.string())])
        .optional()
        .catch(undefined),
    })
    .nullish()
    .catch(undefined),
});
export type WordPressError = z.infer<typeof wordPressError>;

/** null where the body is not an error of WordPress. */
export function readWordPressError(body: unknown): WordPressError | null {
  const error = wordPressError.safeParse(body);
  return error.success ? error.data : null;
}

/** What was wrong: which fields are missing, or which one is, with what WordPress says of it. */
export function readBadFields({ message, data }: WordPressError): {
  missing: readonly string[];
  field: string | null;
  remark: string;
} {
  const params = data?.params;
  if (Array.isArray(params)) return { missing: params, field: null, remark: "" };
  const [first] = Object.entries(params ?? {});
  return { missing: [], field: first?.[0] ?? null, remark: asPhrase(first?.[1] ?? message) };
}

function asPhrase(sentence: string): string {
  return plainText(sentence).replace(/\.$/, "");
}

/** WordPress keeps names and messages as HTML: "Ana&#039;s" is Ana's. Tags go, entities become characters. */
export function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (entity, decimal, hex, name) => {
      if (name) return lookUp(namedEntities, name.toLowerCase()) ?? entity;
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entity;
    })
    .trim();
}

/**
 * The JSON of an answer, also where PHP's notices or a plugin's comment stand before or behind it.
 * @returns undefined where there is none
 */
export function readThroughNotices(text: string): unknown {
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const trimmed = withoutComments(text.trimStart());
  if (!/^[[{]/.test(trimmed) && !notice.test(trimmed.slice(0, head))) return undefined;
  let unclosed = 0;
  for (const start of startsIn(trimmed.slice(0, 4 * head))) {
    // What a page says of itself, to search engines and the like, is no answer.
    if (partOfPage.test(trimmed.slice(0, start))) return undefined;
    const end = endOfJson(trimmed, start);
    const json = end === null ? undefined : parse(trimmed.slice(start, end));
    if (json !== undefined && isNoise(trimmed.slice(end ?? 0))) return json;
    if (end === null) unclosed += 1;
    if (unclosed === maxUnclosed) return undefined;
  }
  return undefined;
}

function withoutComments(text: string): string {
  let rest = text;
  for (let count = 0; count < maxTries && rest.startsWith("<!--"); count += 1) {
    const end = rest.indexOf("-->");
    if (end === -1) break;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** Whether PHP stopped in the middle. */
export function isFatal(text: string): boolean {
  return fatal.test(text.slice(0, head)) || fatal.test(text.slice(-head));
}

/** Where JSON may begin: at the start, at the start of a line, or behind a tag. */
function startsIn(text: string): number[] {
  const starts = [...text.matchAll(/(?<=^|\n|>|\d)[ \t\ufeff]*(?=[[{])/g)];
  return starts.slice(0, maxTries).map(({ index, 0: blank }) => index + blank.length);
}

function isNoise(rest: string): boolean {
  const text = rest.trim();
  return text === "" || text.startsWith("<") || notice.test(text.slice(0, head));
}

/** Behind the bracket that closes the one at `start`; null where none does. */
function endOfJson(text: string, start: number): number | null {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (isInText) {
      if (character === "\\") at += 1;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * An amount as WooCommerce writes it, "12.5", in the smallest unit of its currency. Shops may keep more digits than the
 * currency has.
 * @returns undefined where there is no price ("") or the currency is not known, or not an ISO code
 */
export function toAmount(
  text: string | undefined,
  currency: string | null,
): { minor: number; currency: string } | undefined {
  if (currency === null) return undefined;
  const minor = decimalToMinor(text ?? "", currency);
  return minor === undefined ? undefined : { minor, currency };
}
