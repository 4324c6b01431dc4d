import type { Tone } from "#components/ui/tone.ts";
import { consequences } from "#lib/failures/consequences.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";

interface RunWords {
  tone: Tone;
  text: string;
}

/** What pressing Run does, and to whom. */
export function runWords(
  { effect }: Pick<CatalogueActionDto, "effect">,
  { environment, account }: Pick<IntegrationDto, "environment" | "account">,
): RunWords {
  if (environment === "sandbox") {
    return { tone: "info", text: "This runs in the sandbox: nothing leaves Patchbay." };
  }
  return effect === "read"
    ? { tone: "neutral", text: `This reads from ${account.label} and changes nothing there.` }
    : { tone: "warning", text: `This is for real: it changes or sends something at ${account.label}.` };
}

/** `unreachable` is our own: the browser did not reach Patchbay. */
const answerIsUnknown: ReadonlySet<string> = new Set([
  consequences.timeout.answer.error,
  consequences.unavailable.answer.error,
  "unreachable",
]);

/** What is known of a run that failed: where the answer was lost or made no sense, not even that it was not done. */
export function failureTitle(code: string, { effect }: Pick<CatalogueActionDto, "effect">): string {
  if (!answerIsUnknown.has(code)) return "It was not done";
  return effect === "read" ? "No answer came that could be read" : "It may or may not have been done";
}

/** What to do about a run that failed, beyond what the message says; null where that is all. */
export function afterFailure(code: string, { effect }: Pick<CatalogueActionDto, "effect">): string | null {
  if (answerIsUnknown.has(code)) {
    return effect === "read"
      ? "Press Run again; nothing was changed."
      : "You can press Run again as it is: it will not be done twice.";
  }
  switch (code) {
    case consequences.auth.answer.error:
    case consequences.scope_missing.answer.error:
      return "What stands at the top of this page says how to put it right.";
    case consequences.rate_limited.answer.error:
      return "Wait a little, then press Run again.";
    default:
      return null;
  }
}
