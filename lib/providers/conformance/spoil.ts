/** Where something stands in JSON. */
export type Path = readonly (string | number)[];

/** One change to a document, in words for the failure of a test. */
export type Spoiling = {
  path: Path;
  name: string;
  /** It says the same in another type, and must be read as the same. */
  isSame: boolean;
  document: unknown;
};

const maxDepth = 4;
const maxPaths = 60;

/** Paths of the lists of records in a document: those that stand in no other list. */
export function recordListsIn(document: unknown, path: Path = []): Path[] {
  if (Array.isArray(document)) return document.some(isObject) ? [path] : [];
  if (!isObject(document)) return [];
  return Object.entries(document).flatMap(([name, value]) => recordListsIn(value, [...path, name]));
}

/** Paths of everything that stands in no list of records. */
export function pathsOutside(document: unknown): Path[] {
  const lists = new Set(recordListsIn(document).map(String));
  return pathsIn(document, (path) => lists.has(String(path)));
}

/** Everything that stands in a record: of its lists, the first items. */
export function pathsIn(record: unknown, isClosed: (path: Path) => boolean = () => false): Path[] {
  const found: Path[] = [];
  const walk = (value: unknown, path: Path) => {
    if (path.length > 0) found.push(path);
    if (path.length >= maxDepth || isClosed(path)) return;
    if (Array.isArray(value)) {
      if (value.length > 0) walk(value[0], [...path, 0]);
    } else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
    }
  };
  walk(record, []);
  return found.slice(0, maxPaths);
}

/** A document with one place in it spoiled, in each way. */
export function spoilingsAt(document: unknown, path: Path): Spoiling[] {
  const value = valueAt(document, path);
  const to = (name: string, changed: unknown, isSame = false): Spoiling => ({
    path,
    name: `${path.join(".")} ${name}`,
    isSame,
    document: withValue(document, path, changed),
  });
  const others: [string, unknown][] = [
    ["null", null],
    ["empty", ""],
    ["a text", "odd"],
    ["a number", 7.5],
    ["an object", { odd: [] }],
    ["an empty object", {}],
    ["a list", ["odd"]],
    ["an empty list", []],
    ...(typeof value === "boolean" ? [] : ([["yes", true]] satisfies [string, unknown][])),
  ];
  const last = path.at(-1);
  return [
    ...others.filter(([, other]) => other !== value).map(([name, other]) => to(`is ${name}`, other)),
    ...(typeof last === "string"
      ? [{ ...to("is missing", undefined), document: without(document, path) }]
      : []),
    ...sameAs(value).map((same) => to("is the same in another type", same, true)),
  ];
}

/** What says the same in another type. */
function sameAs(value: unknown): unknown[] {
  if (typeof value === "number") return [String(value)];
  if (typeof value === "string" && value !== "" && String(Number(value)) === value) return [Number(value)];
  if (Array.isArray(value) && value.length > 0) return [{ ...value }];
  return [];
}

export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (isObject(value) ? Reflect.get(value, part) : undefined),
    document,
  );
}

/** Shares with the document all that did not change. */
export function withValue(document: unknown, path: Path, changed: unknown): unknown {
  return changedAt(document, path, () => changed);
}

/** Without what stands at a path: an item of a list, or a field. */
export function without(document: unknown, path: Path): unknown {
  return changedAt(document, path.slice(0, -1), (parent) => {
    const [last] = path.slice(-1);
    if (Array.isArray(parent) && typeof last === "number") return parent.toSpliced(last, 1);
    if (!isObject(parent) || Array.isArray(parent) || last === undefined) return parent;
    return Object.fromEntries(Object.entries(parent).filter(([name]) => name !== last));
  });
}

function changedAt(value: unknown, [part, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (part === undefined) return change(value);
  if (!isObject(value)) return value;
  const changed = changedAt(Reflect.get(value, part), rest, change);
  return Array.isArray(value) ? value.with(Number(part), changed) : { ...value, [part]: changed };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
