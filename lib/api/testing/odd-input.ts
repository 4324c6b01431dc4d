import fc from "fast-check";

export const oddTexts: readonly string[] = [
  "",
  "\0",
  "%00",
  "%ff",
  "constructor",
  "__proto__",
  "toString",
  "\ud800",
  "💥",
  "../..",
  "a".repeat(5_000),
];

export const oddBodies: readonly string[] = [
  "",
  "null",
  "0",
  '"a"',
  "[]",
  "{}",
  "{",
  "[null]",
  "[[]]",
  "1e999",
  "9".repeat(400),
  '{"a":1e999}',
  '{"a":1,"a":2}',
  '{"type":"order.paid","type":"order.paid"}',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":1}}',
  '{"\\u0000":"\\ud800"}',
  '"\\ud800"',
  "\ufeff{}",
  "\0",
  "[".repeat(6_000) + "]".repeat(6_000),
  '{"a":'.repeat(6_000),
  `{"type":"order.placed","data":{"x":${"[".repeat(6_000)}${"]".repeat(6_000)}}}`,
  `{"credentials":${'{"a":'.repeat(60)}1${"}".repeat(60)}}`,
  `[${"{},".repeat(1_001)}{}]`,
];

const toCursorQuery = (text: string) => `?cursor=${Buffer.from(text).toString("base64url")}`;

/** What is odd in a query whoever reads it. */
export const oddAnywhere: readonly string[] = [
  "?",
  "?=",
  "?%00=%00",
  "?%ff=%ff",
  "?__proto__=1",
  "?constructor=1",
  "?kind=constructor",
  `?a=${"a".repeat(20_000)}`,
];

/** What is odd in a query of a list. */
export const oddQueries: readonly string[] = [
  ...oddAnywhere,
  "?limit=1e999",
  "?limit=-1&limit=x",
  "?cursor=%00",
  "?cursor=constructor",
  "?cursor=💥",
  "?cursor=1&cursor=2",
  "?cursor=-1",
  "?cursor=99999999999999999999",
  toCursorQuery('["\\u0000","\\u0000"]'),
  toCursorQuery('["0000-01-01T00:00:00.000Z","a"]'),
  toCursorQuery("[[[[[[]]]]]]"),
  toCursorQuery(`${"[".repeat(300)}${"]".repeat(300)}`),
  toCursorQuery('{"__proto__":1}'),
  "?from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59-00:01",
  "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
  "?from=2026-01-01T24:00:00Z",
  "?search=%00",
  "?search=%25%5C_",
  `?search=${"%25".repeat(60)}`,
  "?search=\ud800",
];

export const oddHeaders: readonly Record<string, string>[] = [
  { "idempotency-key": "" },
  { "idempotency-key": " " },
  { "idempotency-key": "k".repeat(256) },
  { "idempotency-key": "constructor" },
  { "content-type": "text/plain" },
  { "content-type": "application/json;charset=utf-16" },
  { "content-type": ";;;" },
  { "content-type": "multipart/form-data" },
  { "content-encoding": "gzip" },
  { "content-length": "abc" },
  { cookie: "next-auth.session-token=%ff; __proto__=1; =" },
  { "x-forwarded-for": "constructor,,\u00e9" },
  { authorization: "Bearer" },
  { authorization: "Bearer \u00e9" },
  { authorization: `Bearer ${"a".repeat(8_000)}` },
];

/** A value that has no place in what we ask for, or in no such place. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    0.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    [],
    {},
    [[]],
    [null],
    { constructor: 1 },
    JSON.parse('{"__proto__":1}'),
    ["\0"],
    { "\0": "\ud800" },
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-00:01",
  ),
  fc.constantFrom<unknown>(...oddTexts),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.integer({ min: 1, max: 80 }).map((depth) => nest(depth, [])),
  fc.jsonValue({ maxDepth: 3 }),
);

function nest(depth: number, inner: unknown): unknown {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

type Path = readonly (string | number)[];

/** A right value with one or two of its parts, anywhere, replaced by an odd one or taken out, or with a strange part more. */
export function spoil(right: unknown): fc.Arbitrary<unknown> {
  const paths = [...listPlaces(right)];
  const change = fc.tuple(fc.constantFrom(...paths), fc.oneof(oddValue, fc.constant(undefined)));
  return fc
    .array(change, { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce((value, [path, odd]) => withPart(value, path, odd), right));
}

function* listPlaces(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* listPlaces(item, [...path, at]);
    yield [...path, value.length];
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* listPlaces(item, [...path, name]);
    yield [...path, "constructor"];
  }
}

function withPart(value: unknown, [name, ...rest]: Path, odd: unknown): unknown {
  if (name === undefined) return odd;
  if (Array.isArray(value)) {
    const at = Math.min(Number(name) || 0, value.length);
    return value.toSpliced(at, 1, withPart(value[at], rest, odd));
  }
  if (typeof value !== "object" || value === null) return odd;
  return { ...value, [name]: withPart(Object.entries(value).find(([own]) => own === name)?.[1], rest, odd) };
}

const patienceMs = 30_000;

/** Long enough for a busy machine: what takes longer hangs. */
export async function withinPatience<Answer>(answer: Promise<Answer>): Promise<Answer | "hangs"> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<"hangs">((resolve) => {
    timer = setTimeout(resolve, patienceMs, "hangs");
  });
  return Promise.race([answer, end]).finally(() => clearTimeout(timer));
}

/** For fast-check: the same cases at each run. */
export const seed = 8;

let addresses = 0;

/** Strangers are limited by address: each odd request comes from another one, so that it is looked at. */
export function fromElsewhere(): Record<string, string> {
  addresses += 1;
  return { "x-forwarded-for": `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}` };
}
