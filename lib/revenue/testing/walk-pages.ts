import type { Ctx } from "#lib/auth/context.ts";
import type { Page } from "#lib/listing/page.ts";
import { listLedger } from "#lib/revenue/list-ledger.ts";
import { listSales } from "#lib/revenue/list-sales.ts";
import { runVerb, type VerbOf } from "#lib/transport/run-verb.ts";

/** Every row of a list, page by page. */
export async function walkPages<Item>(
  list: VerbOf<{ ctx: Ctx }, Page<Item>>,
  ctx: Ctx,
  input: Record<string, unknown>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await runVerb(list, {
      ctx,
      input: { limit: 7, ...input, ...(cursor ? { cursor } : {}) },
    });
    all.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

/** What the rows behind a number of a report add up to, asked for by the address that the report gives. */
export async function sumBehind(ctx: Ctx, url: string): Promise<number> {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const input = Object.fromEntries(searchParams);
  if (pathname === "/api/payments/ledger") {
    return (await walkPages(listLedger, ctx, input)).reduce((sum, { amount }) => sum + amount, 0);
  }
  if (pathname !== "/api/payments/sales") throw new Error(`Nobody knows ${pathname}.`);
  return (await walkPages(listSales, ctx, input)).reduce((sum, { sales }) => sum + sales, 0);
}
