import type { Exchange } from "#lib/sandbox/testing/serve-sandbox.ts";

export type OddRequest = {
  method: string;
  /** Path and query, as in Exchange. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
};

const deep = (open: string, close: string) => `${open.repeat(5_000)}${close.repeat(5_000)}`;

/** Values as JSON, each of which is wrong in most places. */
const oddValues: readonly string[] = [
  "null",
  "true",
  "-1",
  "1e400",
  "99999999999999999999999999",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  `"${"x".repeat(20_000)}"`,
  '"__proto__"',
  "[]",
  "[null]",
  "[[{}]]",
  "{}",
  '{"__proto__":{"a":1},"constructor":1,"":null}',
  deep("[", "]"),
];

const oddBodies: readonly string[] = [
  "",
  "null",
  "[]",
  '"text"',
  "7",
  "{",
  '{"a":1,"a":2}',
  "\0",
  "%ff%00&a[b][c]=1&a=2&=&&",
  `a${"[b]".repeat(2_000)}=1`,
  deep('{"a":', "}"),
  deep("[", "]"),
];

const oddTexts: readonly string[] = [
  "%00",
  "%ff",
  "%ED%A0%80",
  "",
  "..%2F..",
  "-1",
  "99999999999999999999",
  "__proto__",
  "constructor",
  "%F0%9F%8D%95",
  "'%22%3B--",
  "a".repeat(2_000),
  "1e9",
  "NaN",
  "%5B%5D",
  "2026-02-31T25:61:61Z",
];

const oddTypes = [
  "text/plain",
  "application/xml",
  "multipart/form-data",
  "application/json; charset=utf-7",
  "",
];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Requests like one that was right, each of which is odd in one way. @param turn decides which odd values come where */
export function* oddRequests(exchange: Exchange, turn: number): Generator<OddRequest> {
  const { requestBody, requestHeaders } = exchange;
  const right: OddRequest = {
    method: exchange.method,
    path: exchange.path,
    headers: { ...requestHeaders },
    body: requestBody === "" ? undefined : requestBody,
  };
  let count = turn;
  const next = <Value>(values: readonly Value[]): Value => pick(values, count++);

  for (const method of methods)
    if (method !== right.method) yield { ...right, method, body: method === "GET" ? undefined : requestBody };
  for (const type of oddTypes) yield { ...right, headers: { ...right.headers, "content-type": type } };
  for (const path of oddPaths(right.path, next)) yield { ...right, path };
  if (right.method === "GET") return;
  for (const body of oddBodies) yield { ...right, body };
  for (const body of oddForms(requestBody, right.headers, next)) yield { ...right, body };
  for (const body of oddJson(requestBody, next)) yield { ...right, body };
}

function* oddPaths(path: string, next: (values: readonly string[]) => string): Generator<string> {
  const [place = "", query = ""] = path.split("?");
  const parts = place.split("/");
  // The first four: "", "sandbox", the provider and its host.
  for (let index = 4; index < parts.length; index += 1) {
    for (let count = 0; count < 4; count += 1) {
      const odd = parts.with(index, next(oddTexts)).join("/");
      yield query ? `${odd}?${query}` : odd;
    }
  }
  const pairs = query === "" ? [] : query.split("&");
  for (let index = 0; index < pairs.length; index += 1) {
    const [name = ""] = pairs[index]?.split("=") ?? [];
    for (let count = 0; count < 5; count += 1)
      yield `${place}?${pairs.with(index, `${name}=${next(oddTexts)}`).join("&")}`;
    yield `${place}?${pairs.toSpliced(index, 1).join("&")}`;
  }
  yield `${place}?${[...pairs, "%00=%00&a[b][c]=1&__proto__=1&per_page=-1&page=1e9&limit=x&after=%00&fields=%00"].join("&")}`;
}

function* oddForms(
  body: string,
  headers: Record<string, string>,
  next: (values: readonly string[]) => string,
): Generator<string> {
  if (!headers["content-type"]?.includes("urlencoded")) return;
  const pairs = body.split("&");
  for (let index = 0; index < pairs.length; index += 1) {
    const [name = ""] = pairs[index]?.split("=") ?? [];
    for (let count = 0; count < 4; count += 1) yield pairs.with(index, `${name}=${next(oddTexts)}`).join("&");
    yield pairs.toSpliced(index, 1).join("&");
    yield [...pairs, `${name}[x][]=1`].join("&");
  }
}

/** A body of JSON with something odd in one place after another, and with one place after another left out. */
function* oddJson(body: string, next: (values: readonly string[]) => string): Generator<string> {
  const parsed = parse(body);
  if (parsed === undefined) return;
  for (const path of placesIn(parsed)) {
    for (let count = 0; count < 3; count += 1) {
      yield JSON.stringify(replaced(parsed, path, mark)).replace(`"${mark}"`, next(oddValues));
    }
    yield JSON.stringify(replaced(parsed, path, undefined));
  }
}

const mark = "the odd value goes here";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The paths of all values within a value; of lists, the first two only. */
export function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return path.length > 0 ? [path] : [];
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, 2) : Object.entries(value);
  return [
    ...(path.length > 0 ? [path] : []),
    ...entries.flatMap(([name, item]) => placesIn(item, [...path, name])),
  ];
}

/** A copy with another value in one place; undefined leaves it out. */
export function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? replaced(item, rest, by) : item));
  return { ...Object(value), [name]: replaced(Object(value)[name], rest, by) };
}

export function pick<Value>(values: readonly Value[], index: number): Value {
  const [value] = values.slice(index % values.length);
  if (value === undefined) throw new Error("There is nothing to pick from.");
  return value;
}
