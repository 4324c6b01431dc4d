import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { instant } from "#lib/instant-schema.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import type { Environment } from "./amounts-schema.ts";
import { type DifferenceRow, toAccountDto, toDifferenceDto } from "./reconciliation-dto.ts";
import { reconciliationDto, reconciliationInput } from "./reconciliation-schema.ts";
import { readAgreedUntil, readScope } from "./scope.ts";

const cursorForm = z.tuple([instant, idCursor.def.items[0]]);

/**
 * How far a merchant's accounts at providers agree with the ledger: until when, what differs and for how long, and which
 * days are closed.
 */
export const getReconciliation = defineVerb({
  permission: "read",
  input: reconciliationInput,
  output: reconciliationDto,
  async run({ ctx, input: asked }) {
    const { merchantId, locale } = ctx;
    const after = decodeCursor(asked.cursor, cursorForm);
    return readInTime(async (tx) => {
      const { environment } = await readScope(tx, merchantId, asked);
      const accounts = await tx
        .select()
        .from(paymentAccounts)
        .where(
          and(
            eq(paymentAccounts.merchantId, merchantId),
            eq(paymentAccounts.environment, environment),
            eq(paymentAccounts.book, "merchant"),
          ),
        )
        .orderBy(paymentAccounts.id);
      const differences = await findDifferences(tx, merchantId, environment, asked, after);
      const now = new Date();
      return {
        environment,
        agreedUntil: (await readAgreedUntil(tx, merchantId, environment))?.toISOString() ?? null,
        accounts: await Promise.all(
          accounts.map((account) => {
            const isOnly = accounts.filter(({ provider }) => provider === account.provider).length === 1;
            return toAccountDto(tx, account, { isOnly, locale, now });
          }),
        ),
        differences: toPage(
          differences,
          asked.limit,
          ({ openedAt, id }) => [openedAt.toISOString(), id],
          (row) => toDifferenceDto(row, locale, now),
        ),
      };
    });
  },
});

function findDifferences(
  tx: Tx,
  merchantId: string,
  environment: Environment,
  { state, limit }: { state: "open" | "closed" | "all"; limit: number },
  after: [string, string] | null,
): Promise<DifferenceRow[]> {
  const isOfState: Record<typeof state, SQL | undefined> = {
    open: isNull(ledgerDifferences.closedAt),
    closed: isNotNull(ledgerDifferences.closedAt),
    all: undefined,
  };
  return tx
    .select()
    .from(ledgerDifferences)
    .where(
      and(
        eq(ledgerDifferences.merchantId, merchantId),
        eq(ledgerDifferences.environment, environment),
        eq(ledgerDifferences.book, "merchant"),
        isOfState[state],
        after
          ? sql`(${ledgerDifferences.openedAt}, ${ledgerDifferences.id}) < (${after[0]}::timestamptz, ${after[1]})`
          : undefined,
      ),
    )
    .orderBy(desc(ledgerDifferences.openedAt), desc(ledgerDifferences.id))
    .limit(limit + 1);
}
