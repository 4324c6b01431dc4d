import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import type { ProviderSandbox, SandboxAccount } from "#lib/providers/sandbox-kit/contract.ts";
import { issueKeys } from "./account-keys.ts";
import { merchantSlug } from "./merchant-slug.ts";
import { type Merchant, namedSeed, numberedSeed } from "./seeds.ts";
import { toRow } from "./store.ts";

/** Of a merchant at a provider. */
const mostAccounts = 20;

type Place = { provider: string; sandbox: ProviderSandbox; merchantId: string };

const accountColumns = {
  id: sandboxAccounts.id,
  merchantId: sandboxAccounts.merchantId,
  externalId: sandboxAccounts.externalId,
  label: sandboxAccounts.label,
};

/** A merchant's accounts at a provider's sandbox, oldest first. */
export async function listAccounts(
  { provider, merchantId }: Pick<Place, "provider" | "merchantId">,
  tx: Tx = db(),
): Promise<SandboxAccount[]> {
  return tx
    .select(accountColumns)
    .from(sandboxAccounts)
    .where(and(eq(sandboxAccounts.merchantId, merchantId), eq(sandboxAccounts.provider, provider)))
    .orderBy(asc(sandboxAccounts.createdAt), asc(sandboxAccounts.id));
}

/** The merchant's accounts; the first one is opened where there is none. */
export async function openAccounts(place: Place): Promise<SandboxAccount[]> {
  const open = await listAccounts(place);
  if (open.length > 0) return open;
  return inOpening(place, async (tx) => {
    const opened = await listAccounts(place, tx);
    return opened.length > 0 ? opened : [await seedAccount(tx, place, { number: 1 })];
  });
}

/**
 * One more account.
 * @throws {AppError} 409 past twenty
 */
export async function openNewAccount(place: Place): Promise<SandboxAccount> {
  return inOpening(place, async (tx) => {
    const { length } = await listAccounts(place, tx);
    requireRoom(length);
    return seedAccount(tx, place, { number: length + 1 });
  });
}

/**
 * The merchant's account under a name such as a shop's domain, opened where there is none.
 * @throws {AppError} 409 where another merchant has it, or past twenty
 */
export async function openNamedAccount(place: Place, externalId: string): Promise<SandboxAccount> {
  return inOpening(place, async (tx) => {
    const accounts = await listAccounts(place, tx);
    const own = accounts.find((account) => account.externalId === externalId);
    if (own) return own;
    requireRoom(accounts.length);
    if (await isTaken(tx, place.provider, externalId, place.merchantId)) {
      throw conflict("sandbox_account_taken", say("problem_sandbox_account_taken", { account: externalId }));
    }
    return seedAccount(tx, place, { externalId });
  });
}

function requireRoom(accounts: number): void {
  if (accounts < mostAccounts) return;
  throw conflict("too_many_sandbox_accounts", say("problem_too_many_sandbox_accounts", { count: accounts }));
}

/** Deletes an account with all that it holds and gave out, and opens it again in its place, under its name. */
export async function reopenAccount(place: Place, account: SandboxAccount): Promise<SandboxAccount> {
  return inOpening(place, async (tx) => {
    const [closed] = await tx
      .delete(sandboxAccounts)
      .where(and(eq(sandboxAccounts.id, account.id), eq(sandboxAccounts.merchantId, place.merchantId)))
      .returning();
    if (!closed) throw notFound("account");
    return seedAccount(tx, place, closed);
  });
}

/** Accounts of a provider are opened one after the other: a name must not be given twice, nor an account opened twice. */
async function inOpening<Result>(place: Place, open: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sandbox:${place.provider}`}, 0))`);
    return open(tx);
  });
}

async function seedAccount(
  tx: Tx,
  place: Place,
  which: { number: number } | { externalId: string; label?: string; createdAt?: Date },
): Promise<SandboxAccount> {
  const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, place.merchantId));
  if (!merchant) throw notFound("merchant");
  const { seed, externalId } =
    "externalId" in which
      ? { seed: namedSeed(place.sandbox, merchant, which), externalId: which.externalId }
      : await freeSeed(tx, place, merchant, which.number);
  const account = { id: newId("sbx"), merchantId: merchant.id, externalId, label: seed.label };
  const createdAt = "createdAt" in which ? which.createdAt : undefined;
  await tx.insert(sandboxAccounts).values({ ...account, provider: place.provider, createdAt });
  const objects = seed.objects.map((object) => toRow(account.id, object));
  if (objects.length > 0) await tx.insert(sandboxObjects).values(objects);
  await issueKeys(tx, { ...place, account });
  return account;
}

/** The seed of a merchant's next account, under a name that nobody has. */
async function freeSeed(tx: Tx, place: Place, merchant: Merchant, from: number) {
  for (let number = from; ; number += 1) {
    const seed = numberedSeed(place.sandbox, merchant, number);
    for (const externalId of [seed.externalId, `${seed.externalId}-${merchantSlug(merchant)}-${number}`]) {
      if (!(await isTaken(tx, place.provider, externalId))) return { seed, externalId };
    }
  }
}

/** Whether anyone but a merchant has an account under a name. */
async function isTaken(
  tx: Tx,
  provider: string,
  externalId: string,
  exceptMerchantId?: string,
): Promise<boolean> {
  const [taken] = await tx
    .select({ id: sandboxAccounts.id })
    .from(sandboxAccounts)
    .where(
      and(
        eq(sandboxAccounts.provider, provider),
        eq(sandboxAccounts.externalId, externalId),
        exceptMerchantId === undefined ? undefined : ne(sandboxAccounts.merchantId, exceptMerchantId),
      ),
    )
    .limit(1);
  return taken !== undefined;
}
