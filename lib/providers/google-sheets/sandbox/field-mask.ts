/** What a `fields` parameter selects: names with what is selected below them; null = all of it. */
export type FieldMask = ReadonlyMap<string, FieldMask | null>;

/** The fields that an answer can have. */
export type FieldTree = { readonly [name: string]: FieldTree | true };

/**
 * Reads a mask: `files(id,name),nextPageToken`, `sheets.properties.title`, `*`.
 * https://developers.google.com/workspace/sheets/api/guides/field-masks
 * @returns null where it is none, or selects what there is not
 */
export function readFieldMask(text: string, tree: FieldTree): FieldMask | null {
  const tokens = text.match(/\w+|\W/g) ?? [];
  let position = 0;
  const accept = (token: string) => tokens[position] === token && ++position > 0;

  function readList(below: FieldTree): FieldMask | null {
    const mask = new Map<string, FieldMask | null>();
    do {
      const name = tokens[position++] ?? "";
      if (name === "*") {
        for (const each of Object.keys(below)) mask.set(each, null);
        continue;
      }
      const known = Object.hasOwn(below, name) ? below[name] : undefined;
      if (known === undefined) return null;
      const selected = readBelow(known);
      if (selected === undefined) return null;
      const before = mask.get(name);
      mask.set(name, before && selected ? new Map([...before, ...selected]) : selected);
    } while (accept(","));
    return mask;
  }

  /** undefined = wrong. */
  function readBelow(known: FieldTree | true): FieldMask | null | undefined {
    if (accept("(")) {
      const list = known === true ? null : readList(known);
      return list && accept(")") ? list : undefined;
    }
    if (accept(".") || accept("/")) return readPath(known);
    return null;
  }

  function readPath(known: FieldTree | true): FieldMask | undefined {
    const name = tokens[position++] ?? "";
    const next = known === true || !Object.hasOwn(known, name) ? undefined : known[name];
    if (next === undefined) return undefined;
    const selected = readBelow(next);
    return selected === undefined ? undefined : new Map([[name, selected]]);
  }

  const mask = readList(tree);
  return position === tokens.length ? mask : null;
}

/** An answer with what a mask selects of it alone; lists are gone through. */
export function applyFieldMask(value: unknown, mask: FieldMask | null): unknown {
  if (mask === null) return value;
  if (Array.isArray(value)) return value.map((item) => applyFieldMask(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const below = mask.get(name);
      return below === undefined ? [] : [[name, applyFieldMask(item, below)]];
    }),
  );
}
