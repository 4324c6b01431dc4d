import { type FailureKind, ProviderError } from "../provider-error.ts";

export function failure(kind: FailureKind, message: string, detail: string): ProviderError {
  return new ProviderError({ kind, message, detail: withoutAddresses(detail) });
}

/** An answer that is not in the form that Mailchimp documents. */
export function unreadable(why: string): ProviderError {
  const message = "Mailchimp answered something that cannot be understood. Try again later.";
  return failure("unavailable", message, why);
}

/** Mailchimp names people in its refusals; a log is no place for them. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s"'<>]+@[^\s"'<>]+/g, "(address)").slice(0, 1_000);
}
