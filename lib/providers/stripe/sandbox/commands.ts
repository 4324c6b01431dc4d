import { z } from "zod";
import type { SandboxCommand } from "../../sandbox-kit/contract.ts";
import {
  type AccountDocument,
  accountDocument,
  findAccountDocument,
  saveAccountDocument,
  timeIn,
} from "./account-document.ts";
import { accountUpdated } from "./account-events.ts";
import { paySession } from "./checkout/pay-session.ts";
import { sessionDocument } from "./checkout/session.ts";
import { command } from "./control/command.ts";
import { moneyCommands } from "./control/money-commands.ts";
import { webhookCommands } from "./control/webhook-commands.ts";
import { workOff } from "./control/work-off.ts";
import { paymentDocument } from "./documents.ts";
import { buildActionUrl, confirm } from "./payments/confirm.ts";
import { termsDocument } from "./terms.ts";
import type { Work } from "./work.ts";

const passport = "identity.individual.documents.primary_verification";

const twoWeeksSeconds = 14 * 24 * 60 * 60;

const nothing = z.strictObject({});

const cardPayments = accountDocument.shape.cardPayments;

/** What Stripe asks of an account, and what it has agreed on with it. */
const accountCommands: Readonly<Record<string, SandboxCommand>> = {
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

const moment = z.iso.datetime({ offset: true });

const schema = z.strictObject({
  /** Where to: a moment, or the machine's own time. */
  to: z.union([moment, z.literal("now")]).optional(),
  /** How far from where it is. */
  seconds: z
    .int()
    .min(0)
    .max(400 * 86_400)
    .optional(),
  days: z.number().min(0).max(400).optional(),
  /** Stands still from then on, until it is moved again. Default: as before. */
  stop: z.boolean().optional(),
});

/** Moves the account's clock. What becomes due on the way is done, each at its own time; moved back, nothing is undone. */
const moveClock: SandboxCommand = {
  title: "Let a day pass",
  run: async (context, input) => {
    const parsed = schema.parse(input ?? {});
    const document = await findAccountDocument(context.store);
    const time = timeIn(document);
    const aim = readTargetTime(parsed, time);
    const isStopped = parsed.stop ?? Boolean(document.clock && "stoppedAt" in document.clock);
    const running = parsed.to === "now" ? null : { offsetMs: aim.getTime() - Date.now() };
    const clock = isStopped ? { stoppedAt: aim.toISOString() } : running;
    await context.store.atomically(async (store) => {
      await saveAccountDocument(store, { ...(await findAccountDocument(store)), clock });
    });
    const done = await workOff(context);
    return `It is ${aim.toISOString()} in the account; ${done} things were due.`;
  },
};

/** What a guest does on a page with Stripe's form on it, or on Stripe's own: pays, and answers their bank. */
const payAsGuest = command(
  "Pay the newest Checkout session as a guest",
  z.strictObject({
    session: z.string().max(200).optional(),
    payment: z.string().max(200).optional(),
    card: z.string().max(200).default("pm_card_visa"),
    email: z.email({ pattern: z.regexes.html5Email }).max(200).nullable().default(null),
    isAuthenticated: z.boolean().default(true),
  }),
  async (work, { session: named, payment: paymentId, card, email, isAuthenticated }) => {
    if (paymentId !== undefined) {
      const payment = await work.store.get("payment_intent", paymentId, paymentDocument);
      if (!payment || payment.status === "succeeded" || payment.status === "canceled") {
        return "There is no payment that could be paid.";
      }
      const paid = await confirm(work, payment, card, { isAuthenticated }, buildActionUrl(work, payment));
      return `${paid.id} is ${paid.status}.`;
    }
    const { items } = await work.store.page("checkout_session", sessionDocument, { limit: 100 });
    const session = items.find(({ id, data }) => (named ?? id) === id && data.status === "open")?.data;
    if (!session) return "There is no session that could be paid.";
    const paid = await paySession(work, session, { method: card, email, isAuthenticated });
    return `${session.id} is paid by ${paid.id}, which is ${paid.status}.`;
  },
);

const { deauthorize, ...ofAccounts } = accountCommands;
const withInputOnly = new Set(["book-transaction", "change-capability", "change-terms", "change-webhooks"]);

const all: Readonly<Record<string, SandboxCommand>> = {
  ...ofAccounts,
  "pay-as-guest": payAsGuest,
  ...moneyCommands,
  "move-clock": moveClock,
  ...webhookCommands,
  ...(deauthorize ? { deauthorize } : {}),
};

/** What happens at Stripe without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = Object.fromEntries(
  Object.entries(all).map(([id, command]) => [id, { ...command, needsInput: withInputOnly.has(id) }]),
);

function readTargetTime({ to, seconds, days }: z.infer<typeof schema>, time: Date): Date {
  if (to === "now") return new Date();
  if (to !== undefined) return new Date(to);
  const isLeftOut = seconds === undefined && days === undefined;
  return new Date(time.getTime() + (seconds ?? 0) * 1_000 + (isLeftOut ? 1 : (days ?? 0)) * 86_400_000);
}

async function change(work: Work, changes: Partial<AccountDocument>, outcome: string): Promise<string> {
  await saveAccountDocument(work.store, { ...work.document, ...changes });
  await accountUpdated(work);
  return `${work.document.displayName} ${outcome}.`;
}
