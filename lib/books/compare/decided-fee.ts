import { sql } from "drizzle-orm";

/**
 * The platform's fee of a row of `charges` as it was decided before the payment was asked for, at most what was captured;
 * once it is paid, the row itself has what the provider says. What was not asked for by us has nothing else.
 */
export const decidedFee = sql`coalesce((SELECT least(decision.fee, charges.amount) FROM fee_decisions AS decision
  WHERE decision.merchant_id = charges.merchant_id
    AND decision.key = CASE charges.origin WHEN 'automation' THEN charges.key ELSE charges.id END), charges.fee)`;
