import { numberFormat } from "#lib/intl.ts";
import type {
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../../sandbox-kit/contract.ts";
import { Refusal } from "../answers.ts";
import { cardOfNumber } from "../cards.ts";
import { workOff } from "../control/work-off.ts";
import { type PaymentDocument, paymentDocument } from "../documents.ts";
import { buildActionUrl, confirm } from "../payments/confirm.ts";
import { savePayment } from "../save.ts";
import { paymentView } from "../views.ts";
import { type Side, type Work, workOn } from "../work.ts";
import { escapeHtml, message, page } from "./html.ts";
import { paySession } from "./pay-session.ts";
import { computeTotal, type SessionDocument, sessionDocument } from "./session.ts";

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
    handle: async (request, context, { id = "" }) => {
      const side = toSide(context);
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

function toSide(context: SandboxContext): Side | null {
  return context.account === null ? null : { ...context, account: context.account };
}

function nothingHere(): SandboxReply {
  return message("There is no such page", "Ask whoever sent you the link for another one.", 404);
}

async function showSession(work: Work, id: string): Promise<SandboxReply> {
  const session = await work.store.get("checkout_session", id, sessionDocument);
  if (!session) return nothingHere();
  return describeState(session) ?? cardPage(work, session, null);
}

function describeState({ status }: SessionDocument): SandboxReply | null {
  if (status === "complete") return message("You have paid", "There is nothing left to do here.");
  if (status === "expired") return message("This link has expired", "Ask for a new one.", 410);
  return null;
}

async function answerSession(work: Work, id: string, { form }: SandboxRequest): Promise<SandboxReply> {
  const session = await work.store.get("checkout_session", id, sessionDocument);
  if (!session) return nothingHere();
  const over = describeState(session);
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
  await confirm(work, payment, method, { isAuthenticated: true }, buildActionUrl(work, payment));
  return message("The payment is confirmed", "You can close this page.");
}

async function findWaiting({ store }: Work, id: string): Promise<PaymentDocument | null> {
  const payment = await store.get("payment_intent", id, paymentDocument);
  return payment?.status === "requires_action" ? payment : null;
}

/** The page on which a guest types a card. No link of it leaves the page but the way back. */
function cardPage(
  { document }: Pick<Work, "document">,
  session: SessionDocument,
  problem: string | null,
): SandboxReply {
  const total = moneyText(computeTotal(session), session.currency);
  const lines = session.lines
    .map(({ name, quantity, unitAmount }) => {
      const price = moneyText(quantity * unitAmount, session.currency);
      return `<li><span>${quantity} × ${escapeHtml(name)}</span><span>${price}</span></li>`;
    })
    .join("");
  const back = session.cancelUrl === null ? "" : `<p><a href="${escapeHtml(session.cancelUrl)}">Back</a></p>`;
  const said = problem === null ? "" : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`;
  const content = `<h1>Pay ${escapeHtml(document.displayName)}</h1><p class="sum">${total}</p><ul>${lines}</ul>${said}
<form method="post"><label for="email">Email</label><input id="email" name="email" type="email" autocomplete="email" value="${escapeHtml(session.email ?? "")}">
<label for="card_number">Card number</label><input id="card_number" name="card_number" inputmode="numeric" required autocomplete="cc-number" placeholder="4242 4242 4242 4242">
<div class="row"><div><label for="expiry">Expiry</label><input id="expiry" name="expiry" placeholder="12 / 34"></div><div><label for="cvc">CVC</label><input id="cvc" name="cvc" inputmode="numeric" placeholder="123"></div></div>
<button type="submit">Pay ${total}</button></form>
<p class="note">A sandbox: no money moves. 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined, 4000 0000 0000 3220 asks the bank.</p>${back}`;
  return page(`Pay ${document.displayName}`, content, problem === null ? 200 : 402);
}

/** What the guest's bank asks. */
function authenticationPage(
  { amount, currency }: Pick<PaymentDocument, "amount" | "currency">,
  kept: Readonly<Record<string, string>>,
): SandboxReply {
  const fields = Object.entries(kept)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const content = `<h1>Your bank asks whether this payment is yours</h1><p class="sum">${moneyText(amount, currency)}</p>
<form method="post">${fields}<button name="decision" value="complete">Complete</button><button class="other" name="decision" value="fail">Fail</button></form>`;
  return page("Confirm the payment", content);
}

function moneyText(amount: number, currency: string): string {
  const format = numberFormat("en", { style: "currency", currency });
  const digits = ["isk", "ugx"].includes(currency)
    ? 2
    : (format.resolvedOptions().maximumFractionDigits ?? 2);
  return escapeHtml(format.format(amount / 10 ** digits));
}
