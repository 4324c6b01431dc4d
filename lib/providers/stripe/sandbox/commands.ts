import type { SandboxAccountDesk, SandboxCommand } from "../../sandbox-contract.ts";
import { type AccountDocument, findAccountDocument, saveAccountDocument } from "./account-document.ts";
import { newestCharges } from "./charge-routes.ts";
import { newId, secondsOf } from "./documents.ts";
import { accountUpdated, sendEvent } from "./events.ts";
import { noEvidence } from "./no-evidence.ts";
import { payOut } from "./pay-out.ts";

const passport = "identity.individual.documents.primary_verification";
const twoWeeksMs = 14 * 24 * 60 * 60_000;
const answerWithinMs = 7 * 24 * 60 * 60_000;

/** What happens at Stripe without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "ask-for-document": {
    title: "Ask for an identity document within two weeks",
    run: async (desk) => {
      const deadline = new Date(desk.now().getTime() + twoWeeksMs).toISOString();
      const requirements = [{ description: passport, status: "currently_due" as const, problem: null }];
      return change(desk, { requirements, deadline }, "has two weeks to show an identity document");
    },
  },
  "require-verification": {
    title: "Stop payments until an identity document is shown",
    run: async (desk) => {
      const problem = "The document has expired. Upload one that is still valid.";
      const requirements = [{ description: passport, status: "past_due" as const, problem }];
      return change(desk, { requirements, deadline: desk.now().toISOString() }, "cannot take payments");
    },
  },
  "complete-verification": {
    title: "Accept what the merchant has shown",
    run: async (desk) => change(desk, { requirements: [], deadline: null }, "lacks nothing"),
  },
  "dispute-newest-charge": { title: "Dispute the newest charge", run: disputeNewest },
  "pay-out": { title: "Pay out what has come in", run: payOut },
  deauthorize: {
    title: "Take back Patchbay's access in Stripe",
    run: (desk) => change(desk, { authorization: "taken_back" }, "no longer lets Patchbay in", sendEnd),
  },
};

async function change(
  desk: SandboxAccountDesk,
  changes: Partial<AccountDocument>,
  outcome: string,
  tell: (desk: SandboxAccountDesk) => Promise<string> = accountUpdated,
): Promise<string> {
  await saveAccountDocument(desk.store, { ...(await findAccountDocument(desk.store)), ...changes });
  return `${desk.account.label} ${outcome}; ${await tell(desk)}.`;
}

/** https://docs.stripe.com/connect/oauth-standard-accounts#revoked-access */
function sendEnd(desk: SandboxAccountDesk): Promise<string> {
  const application = { id: desk.app.clientId, object: "application", name: "Patchbay" };
  return sendEvent(desk, "account.application.deauthorized", application);
}

/** https://docs.stripe.com/api/disputes/object */
async function disputeNewest(desk: SandboxAccountDesk): Promise<string> {
  const charges = await newestCharges(desk.store);
  const charge = charges.find(
    ({ status, isDisputed, amount, amountRefunded }) =>
      status === "succeeded" && !isDisputed && amountRefunded < amount,
  );
  if (!charge) return "There is no charge that could be disputed.";
  await desk.store.put("charge", charge.id, { ...charge, isDisputed: true });
  const now = desk.now();
  const dueBy = secondsOf(new Date(now.getTime() + answerWithinMs));
  const dispute = {
    id: newId("dp"),
    object: "dispute",
    amount: charge.amount - charge.amountRefunded,
    balance_transactions: [],
    charge: charge.id,
    created: secondsOf(now),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: dueBy,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment,
    reason: "product_not_received",
    status: "needs_response",
  };
  await desk.store.put("dispute", dispute.id, dispute);
  return `A guest disputes ${charge.description ?? charge.id}; ${await sendEvent(desk, "charge.dispute.created", dispute)}.`;
}
