import { createHash } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { sandboxAccounts, sandboxTokens } from "#db/schema/sandbox.ts";
import type { SandboxCredential, SandboxGrant } from "#lib/providers/sandbox-kit/contract.ts";

type NewCredential = {
  kind: SandboxCredential["kind"];
  token: string;
  /** Left out: it does not end. */
  expiresInSeconds?: number;
  data?: Readonly<Record<string, string>>;
};

/** A credential carries what its grant was asked with, under names of their own. */
const grantPrefix = "grant:";

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function ownToken(provider: string, token: string) {
  return and(eq(sandboxTokens.provider, provider), eq(sandboxTokens.hash, hashToken(token)));
}

/** Keeps a credential by its SHA-256. Rejects where the token was given out before. */
export async function insertCredential(
  tx: Tx,
  provider: string,
  grant: SandboxGrant,
  { kind, token, expiresInSeconds, data }: NewCredential,
): Promise<void> {
  const grantData = Object.entries(grant.data).map(([name, value]) => [`${grantPrefix}${name}`, value]);
  await tx.insert(sandboxTokens).values({
    hash: hashToken(token),
    accountId: grant.account.id,
    provider,
    kind,
    grantId: grant.id,
    scopes: [...grant.scopes],
    data: { ...data, ...Object.fromEntries(grantData) },
    expiresAt: expiresInSeconds === undefined ? null : new Date(Date.now() + expiresInSeconds * 1_000),
  });
}

/** The credential that a token is at this provider, good or not. */
export async function findCredential(provider: string, token: string): Promise<SandboxCredential | null> {
  const [row] = await db()
    .select({ token: sandboxTokens, account: sandboxAccounts })
    .from(sandboxTokens)
    .innerJoin(sandboxAccounts, eq(sandboxAccounts.id, sandboxTokens.accountId))
    .where(ownToken(provider, token));
  if (!row) return null;
  const { id, merchantId, externalId, label } = row.account;
  const entries = Object.entries(row.token.data);
  const grantEntries = entries.filter(([name]) => name.startsWith(grantPrefix));
  return {
    kind: row.token.kind,
    grant: {
      id: row.token.grantId,
      account: { id, merchantId, externalId, label },
      scopes: row.token.scopes,
      data: Object.fromEntries(grantEntries.map(([name, value]) => [name.slice(grantPrefix.length), value])),
    },
    data: Object.fromEntries(entries.filter(([name]) => !name.startsWith(grantPrefix))),
    isExpired: row.token.expiresAt !== null && row.token.expiresAt.getTime() <= Date.now(),
    isUsed: row.token.usedAt !== null,
    isRevoked: row.token.revokedAt !== null,
  };
}

/** Marks a credential as used: of those who race, one gets true. */
export async function useCredential(provider: string, token: string): Promise<boolean> {
  const used = await db()
    .update(sandboxTokens)
    .set({ usedAt: sql`now()` })
    .where(and(ownToken(provider, token), isNull(sandboxTokens.usedAt)))
    .returning({ hash: sandboxTokens.hash });
  return used.length > 0;
}

export async function revokeCredential(provider: string, token: string): Promise<void> {
  await revokeWhere(ownToken(provider, token));
}

/** Ends all that came of a consent, or only its credentials of one kind, less one that stays. */
export async function revokeGrant(
  provider: string,
  grantId: string,
  only?: { kind: SandboxCredential["kind"]; except: string },
): Promise<void> {
  await revokeWhere(
    and(
      eq(sandboxTokens.provider, provider),
      eq(sandboxTokens.grantId, grantId),
      only
        ? and(eq(sandboxTokens.kind, only.kind), ne(sandboxTokens.hash, hashToken(only.except)))
        : undefined,
    ),
  );
}

/** Ends every credential of an account. */
export async function revokeAccount(accountId: string): Promise<void> {
  await revokeWhere(eq(sandboxTokens.accountId, accountId));
}

async function revokeWhere(which: ReturnType<typeof and>): Promise<void> {
  await db()
    .update(sandboxTokens)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isNull(sandboxTokens.revokedAt)));
}
