import type { Path } from "#lib/automations/mapping/path-schema.ts";

/** A path as `formatPath` writes it, in its parts: `lines[0].name` is `["lines", 0, "name"]`. */
export function parsePath(text: string): Path {
  return text
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : part));
}
