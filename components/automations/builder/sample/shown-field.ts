import { fullAllowance } from "#lib/automations/mapping/keepable.ts";
import type { LineAtHand } from "#lib/automations/mapping/read-source.ts";
import { readSource } from "#lib/automations/mapping/read-source.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { toSource } from "#lib/automations/suggestions/adapt.ts";
import type { Candidate } from "#lib/automations/suggestions/candidates.ts";
import type { Locale } from "#lib/words/locale.ts";
import { sourceFor } from "../mapping/source-choices.ts";
import { shownValue } from "./shown-value.ts";

const asText = { wanted: shapeOfType("text"), isRequired: false, isWithinText: true };

/** What the sample has at a field, as people read it: an amount with its currency, a moment in the merchant's zone. */
export function shownField(
  candidate: Candidate,
  scope: Scope,
  at: LineAtHand,
  locale: Locale,
): string | null {
  const plain = toSource(candidate, [], { rule: "leave_out" });
  for (const source of [sourceFor(candidate, asText), plain]) {
    const read = source && readSource(source, scope, at, fullAllowance());
    if (read?.kind === "value") return shownValue(read.value, locale);
    if (read?.kind === "missing") return null;
  }
  return null;
}
