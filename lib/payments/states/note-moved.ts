import { transact } from "#db/transact.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import { askForLook } from "#lib/ledger/looks/ask-for-look.ts";
import { wakeBooks } from "#lib/ledger/looks/wake-books.ts";
import { logger } from "#lib/logger.ts";
import type { MovedMoney } from "#lib/providers/contract/action.ts";
import { applyPayment } from "./apply-payment.ts";
import { applyRefund } from "./apply-refund.ts";

/**
 * Puts a payment or a refund that an action has made among the merchant's. The money has moved by then, so nothing that
 * goes wrong here is a failure of the action: the sweep of the account finds it as well.
 * @param mark the key that the app was given
 */
export async function noteMoved(integration: IntegrationRow, money: MovedMoney, mark: string): Promise<void> {
  const { id: integrationId, merchantId, provider, environment, accountId } = integration;
  const account = { merchantId, integrationId, provider, environment, accountId };
  try {
    await transact(async (tx) => {
      // What it cost stands in the movement.
      const { chargeId } = money.state;
      await askForLook(tx, integration, chargeId === null ? null : { kind: "payment", id: chargeId });
      if (money.kind === "payment") await applyPayment(tx, account, { ...money.state, mark }, "automation");
      else await applyRefund(tx, account, { ...money.state, mark }, "automation");
    });
    wakeBooks();
  } catch (error) {
    logger.error({ err: error, integrationId }, "money that an action moved could not be noted");
  }
}
