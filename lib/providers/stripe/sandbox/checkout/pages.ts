import type {
  SandboxDesk,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../../sandbox-kit/contract.ts";
import { cardOfNumber } from "../cards.ts";
import { workOff } from "../control/work-off.ts";
import { type PaymentDocument, paymentDocument } from "../documents.ts";
import { confirm } from "../payments/confirm.ts";
import { actionUrlOf } from "../payments/confirm-as-asked.ts";
import { Refusal } from "../refusal.ts";
import { savePayment } from "../save.ts";
import { paymentView } from "../views.ts";
import { type Side, type Work, workOn } from "../work.ts";
import { authenticationPage, cardPage } from "./forms.ts";
import { message } from "./html.ts";
import { paySession } from "./pay-session.ts";
import { type SessionDocument, sessionDocument } from "./session.ts";

type Answer = (work: Work, id: string, request: SandboxRequest) => Promise<SandboxReply>;

/** Where guests pay: https://docs.stripe.com/payments/checkout, and where their bank asks them. */
export const pageRoutes: readonly SandboxRoute[] = [
  pageRoute("GET", /^checkout\.stripe\.com\/c\/pay\/acct_\w+\/(?<id>cs_\w+)$/, showSession),
  pageRoute("POST", /^checkout\.stripe\.com\/c\/pay\/acct_\w+\/(?<id>cs_\w+)$/, answerSession),
  pageRoute("GET", /^checkout\.stripe\.com\/c\/authenticate\/acct_\w+\/(?<id>pi_\w+)$/, showAuthentication),
  pageRoute(
    "POST",
    /^checkout\.stripe\.com\/c\/authenticate\/acct_\w+\/(?<id>pi_\w+)$/,
    answerAuthentication,
  ),
];

function pageRoute(method: "GET" | "POST", match: RegExp, answer: Answer): SandboxRoute {
  return {
    methods: [method],
    match,
    access: "open",
    handle: async (request, desk, { id = "" }) => {
      const side = sideOf(desk);
      if (side === null) return nothingHere();
      try {
        await workOff(side);
        return await workOn(side, (work) => answer(work, id, request));
      } catch (error) {
        if (error instanceof Refusal)
          return message("This payment cannot be made", error.message, error.status);
        throw error;
      }
    },
  };
}

function sideOf(desk: SandboxDesk): Side | null {
  return desk.account === null ? null : { ...desk, account: desk.account };
}

function nothingHere(): SandboxReply {
  return message("There is no such page", "Ask whoever sent you the link for another one.", 404);
}

async function showSession(work: Work, id: string): Promise<SandboxReply> {
  const session = await work.store.get("checkout_session", id, sessionDocument);
  if (!session) return nothingHere();
  return stateOf(session) ?? cardPage(work, session, null);
}

function stateOf({ status }: SessionDocument): SandboxReply | null {
  if (status === "complete") return message("You have paid", "There is nothing left to do here.");
  if (status === "expired") return message("This link has expired", "Ask for a new one.", 410);
  return null;
}

async function answerSession(work: Work, id: string, { form }: SandboxRequest): Promise<SandboxReply> {
  const session = await work.store.get("checkout_session", id, sessionDocument);
  if (!session) return nothingHere();
  const over = stateOf(session);
  if (over) return over;
  const typed = form.get("card_number") ?? "";
  const method = cardOfNumber(typed);
  if (method === null) return cardPage(work, session, "Your card number is invalid.");
  const decision = form.get("decision");
  if (decision === "fail")
    return cardPage(work, session, "We are unable to authenticate your payment method.");
  const email = form.get("email") || null;
  const paid = await paySession(work, session, { method, email, isAuthenticated: decision === "complete" });
  if (paid.status === "requires_action")
    return authenticationPage(paid, { card_number: typed, email: email ?? "" });
  if (paid.failure !== null) return cardPage(work, session, paid.failure.message);
  const location = (session.successUrl ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
  return { status: 303, headers: { location } };
}

async function showAuthentication(work: Work, id: string): Promise<SandboxReply> {
  const payment = await findWaiting(work, id);
  return payment ? authenticationPage(payment, {}) : nothingHere();
}

async function answerAuthentication(work: Work, id: string, { form }: SandboxRequest): Promise<SandboxReply> {
  const payment = await findWaiting(work, id);
  if (!payment) return nothingHere();
  if (form.get("decision") !== "complete") {
    const failure = {
      code: "payment_intent_authentication_failure",
      declineCode: null,
      message:
        "The provided PaymentMethod has failed authentication. Provide another one to attempt the payment again.",
    };
    const failed: PaymentDocument = {
      ...payment,
      status: "requires_payment_method",
      failure,
      actionUrl: null,
    };
    await savePayment(work, failed);
    await work.tell("payment_intent.payment_failed", paymentView(failed, work.application));
    return message("The payment was not confirmed", "You can close this page.");
  }
  const method = payment.paymentMethod ?? "";
  await confirm(work, payment, method, { isAuthenticated: true }, actionUrlOf(work, payment));
  return message("The payment is confirmed", "You can close this page.");
}

async function findWaiting({ store }: Work, id: string): Promise<PaymentDocument | null> {
  const payment = await store.get("payment_intent", id, paymentDocument);
  return payment?.status === "requires_action" ? payment : null;
}
