import type { Misfit } from "#lib/automations/shapes/fits.ts";
import { type Shape, shapeOfType, type ValueType } from "#lib/automations/shapes/shape.ts";
import { plainText } from "#lib/automations/transforms/text-transforms.ts";
import { findSource, type SourceShapes } from "./find-source.ts";
import type { Source } from "./mapping-schema.ts";

/** What can stand within a text, and how long it can become there at most where its shape does not say. */
const lengths: Readonly<Partial<Record<ValueType, number | null>>> = {
  text: null,
  date: 10,
  instant: 40,
  integer: 17,
  number: 330,
  boolean: 5,
  any: null,
};

/**
 * What a text of literal parts and sources is.
 * @returns `gap`: a source for whose lack nothing may be left of it
 */
export function textShape(
  parts: readonly (string | Source)[],
  shapes: SourceShapes,
  line: Shape | null,
): { shape: Shape; gap: Source | null; problems: Misfit[] } {
  const problems: Misfit[] = [];
  let maxLength: number | null = 0;
  let isSure = false;
  let gap: Source | null = null;
  for (const part of parts) {
    if (typeof part === "string") {
      isSure ||= part !== "";
      maxLength = plus(maxLength, part.length);
      continue;
    }
    const outcome = findSource(part, shapes, line);
    if ("problem" in outcome) {
      problems.push({ ...outcome.problem, isWarning: false });
      continue;
    }
    const { shape, mayBeMissing } = outcome.found;
    const known = lengths[shape.type];
    if (known === undefined) {
      const params = { expected: "text", found: shape.type };
      problems.push({ code: "mapping_does_not_fit", params, isWarning: false });
      continue;
    }
    const instead = part.ifMissing.rule === "default" ? plainText(part.ifMissing.value) : "";
    if (instead === null) {
      const params = { expected: "text", found: "object" };
      problems.push({ code: "mapping_does_not_fit", params, isWarning: false });
      continue;
    }
    const most = shape.maxLength ?? known;
    maxLength = plus(maxLength, most === null ? null : Math.max(most, instead.length));
    if (mayBeMissing && part.ifMissing.rule === "leave_out") gap ??= part;
    else isSure ||= shape.minLength > 0 || shape.type !== "text";
  }
  const shape = shapeOfType("text", { maxLength, minLength: isSure ? 1 : 0 });
  return { shape, gap: isSure ? null : gap, problems };
}

function plus(sum: number | null, length: number | null): number | null {
  return sum === null || length === null ? null : sum + length;
}
