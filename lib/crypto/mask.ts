import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

/** Stands for the value of a header that is set and not shown. */
export const maskedValue = "••••••";

/** The headers as they are shown. */
export function maskAll(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, maskedValue]));
}

/**
 * Header values as a form sends them back: one that is still masked keeps what it was.
 * @throws {AppError} 422 for a masked value under a name that had none
 */
export function keepMasked(
  values: Record<string, string>,
  known: Record<string, string>,
): Record<string, string> {
  const byName = new Map(Object.entries(known).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value !== maskedValue) return [name, value];
      const kept = byName.get(name.toLowerCase());
      if (kept === undefined)
        throw invalidInput([{ path: `headers.${name}`, message: say("field_needs_value") }]);
      return [name, kept];
    }),
  );
}
