import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import type { PaymentDocument } from "../documents.ts";
import type { Work } from "../work.ts";
import { escapeHtml, page } from "./html.ts";
import { type SessionDocument, totalOf } from "./session.ts";

/** The page on which a guest types a card. No link of it leaves the page but the way back. */
export function cardPage(
  { document }: Pick<Work, "document">,
  session: SessionDocument,
  problem: string | null,
): SandboxReply {
  const total = moneyText(totalOf(session), session.currency);
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
export function authenticationPage(
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
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = ["isk", "ugx"].includes(currency)
    ? 2
    : (format.resolvedOptions().maximumFractionDigits ?? 2);
  return escapeHtml(format.format(amount / 10 ** digits));
}
