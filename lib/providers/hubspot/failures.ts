import { type FailureKind, ProviderError } from "../provider-error.ts";

export function failure(kind: FailureKind, message: string, detail?: string): ProviderError {
  return new ProviderError({ kind, message, detail: detail && withoutAddresses(detail) });
}

/** An answer that is not in the form that HubSpot documents. */
export function unreadable(why: string): ProviderError {
  const message = "HubSpot answered something that cannot be understood. Try again later.";
  return failure("unavailable", message, why);
}

/** HubSpot repeats the values that it refuses; a log is no place for people's addresses. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s"'<>]+@[^\s"'<>]+/g, "(address)").slice(0, 1_000);
}
