import type { Tone } from "#components/ui/tone.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto } from "#lib/providers/schema.ts";

export interface RunWords {
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

/** What is known of a run that failed: where the answer was lost, not even that it was not done. */
export function failureTitle(code: string): string {
  return code === "provider_timeout" || code === "unreachable"
    ? "It may or may not have been done"
    : "It was not done";
}

/** What to do about a run that failed, beyond what the message says; null where that is all. */
export function afterFailure(code: string): string | null {
  switch (code) {
    case "reconnect_needed":
    case "scope_missing":
      return "Use “Connect again” above; what you filled in here stays.";
    case "provider_timeout":
    case "provider_unavailable":
    case "unreachable":
      return "You can press Run again as it is: it will not be done twice.";
    case "provider_rate_limited":
      return "Wait a little, then press Run again.";
    default:
      return null;
  }
}
