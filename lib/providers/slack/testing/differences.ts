import { z } from "zod";

const objectSchema = z.record(z.string(), z.unknown());

/** Where two answers differ in their fields or in the types of their values, a line each. Of lists, the first item. */
export function differences(ours: unknown, theirs: unknown, path = ""): string[] {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const areBothFilled = ours.length > 0 && theirs.length > 0;
    return areBothFilled ? differences(ours[0], theirs[0], `${path}[0]`) : [];
  }
  const our = objectSchema.safeParse(ours).data;
  const their = objectSchema.safeParse(theirs).data;
  if (!our || !their) {
    return getKind(ours) === getKind(theirs)
      ? []
      : [`${path}: ours is ${getKind(ours)}, theirs ${getKind(theirs)}`];
  }
  const names = [...new Set([...Object.keys(our), ...Object.keys(their)])].sort();
  return names.flatMap((name) => {
    const place = path === "" ? name : `${path}.${name}`;
    if (!(name in their)) return [`${place}: only ours`];
    if (!(name in our)) return [`${place}: only theirs`];
    return differences(our[name], their[name], place);
  });
}

function getKind(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
