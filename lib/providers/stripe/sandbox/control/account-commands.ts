import { z } from "zod";
import type { SandboxCommand } from "../../../sandbox-kit/contract.ts";
import { type AccountDocument, accountDocument, saveAccountDocument } from "../account-document.ts";
import { accountUpdated } from "../account-events.ts";
import { termsDocument } from "../terms.ts";
import type { Work } from "../work.ts";
import { command } from "./command.ts";

const passport = "identity.individual.documents.primary_verification";
const twoWeeksSeconds = 14 * 24 * 60 * 60;
const nothing = z.strictObject({});
const cardPayments = accountDocument.shape.cardPayments;

/** What Stripe asks of an account, and what it has agreed on with it. */
export const accountCommands: Readonly<Record<string, SandboxCommand>> = {
  "ask-for-document": command("Ask for an identity document within two weeks", nothing, async (work) => {
    const deadline = new Date((work.seconds + twoWeeksSeconds) * 1_000).toISOString();
    const requirements = [{ description: passport, status: "currently_due" as const, problem: null }];
    return change(work, { requirements, deadline }, "has two weeks to show an identity document");
  }),
  "require-verification": command(
    "Stop payments until an identity document is shown",
    nothing,
    async (work) => {
      const problem = "The document has expired. Upload one that is still valid.";
      const requirements = [{ description: passport, status: "past_due" as const, problem }];
      const deadline = new Date(work.seconds * 1_000).toISOString();
      return change(work, { requirements, deadline }, "cannot take payments");
    },
  ),
  "complete-verification": command("Accept what the merchant has shown", nothing, async (work) =>
    change(work, { requirements: [], deadline: null, cardPayments: null }, "lacks nothing"),
  ),
  "change-capability": command(
    "Let the account take cards, or not",
    z.strictObject({ cardPayments: cardPayments.default("active") }),
    async (work, input) =>
      change(work, input, `takes cards: ${input.cardPayments ?? "as its requirements say"}`),
  ),
  "change-terms": command(
    "Change what Stripe and the account have agreed on",
    z.strictObject({
      currency: z
        .string()
        .regex(/^[a-z]{3}$/)
        .optional(),
      ...termsDocument.shape,
    }),
    async (work, { currency, ...terms }) => {
      const changes = { ...(currency === undefined ? {} : { currency }), terms: { ...work.terms, ...terms } };
      await saveAccountDocument(work.store, { ...work.document, ...changes });
      return `The account settles in ${[changes.currency ?? work.document.currency, ...(changes.terms.settles ?? [])].join(", ")}.`;
    },
  ),
  deauthorize: command("Take back Patchbay's access in Stripe", nothing, async (work) => {
    await saveAccountDocument(work.store, { ...work.document, authorization: "taken_back" });
    // https://docs.stripe.com/connect/oauth-standard-accounts#revoked-access
    const application = { id: work.application, object: "application", name: "Patchbay" };
    await work.tell("account.application.deauthorized", application);
    return "The account no longer lets Patchbay in.";
  }),
};

async function change(work: Work, changes: Partial<AccountDocument>, outcome: string): Promise<string> {
  await saveAccountDocument(work.store, { ...work.document, ...changes });
  await accountUpdated(work);
  return `${work.document.displayName} ${outcome}.`;
}
