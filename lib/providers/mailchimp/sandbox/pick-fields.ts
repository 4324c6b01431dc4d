import { z } from "zod";

const record = z.record(z.string(), z.unknown());

/**
 * The parts of an answer that were asked for, by dotted names:
 * https://mailchimp.com/developer/marketing/docs/methods-parameters/#partial-response
 */
export function pickFields(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pickFields(item, fields));
  const read = record.safeParse(value);
  if (!read.success) return value;
  const picked = Object.entries(read.data).flatMap(([name, part]) => {
    if (fields.includes(name)) return [[name, part] as const];
    const below = fields
      .filter((field) => field.startsWith(`${name}.`))
      .map((field) => field.slice(name.length + 1));
    return below.length > 0 ? [[name, pickFields(part, below)] as const] : [];
  });
  return Object.fromEntries(picked);
}
