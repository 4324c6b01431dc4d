import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { tell } from "../words.ts";

type Addressed = { to: string; from?: string | undefined; replyTo?: string | undefined };

/** One e-mail to one person. */
export type Email = Addressed &
  (
    | { subject: string; text?: string | undefined; html?: string | undefined }
    | { templateId: string; data: Readonly<Record<string, unknown>> }
  );

/** Who an e-mail comes from. @throws {ProviderError} invalid_input where nobody said */
export function senderOf(call: Call, from: string | undefined): { email: string; name?: string } {
  const { fromEmail, fromName } = call.settings;
  const email = from ?? fromEmail;
  if (!email) {
    throw new ProviderError({
      kind: "invalid_input",
      message: tell("say_from_which_address_e"),
    });
  }
  return email === fromEmail && fromName ? { email, name: fromName } : { email };
}

/**
 * The recipient as it is sent and looked for: the log is searched to the letter, and no mail service tells capitals
 * apart.
 */
export function recipientOf({ to }: Pick<Email, "to">): string {
  return to.toLowerCase();
}
