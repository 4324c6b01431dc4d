import { afterAll, inject, vi } from "vitest";

// A hash at its real cost takes 0.3 s of a core, and the tests of accounts make hundreds. `hash-cost.test.ts` has the
// real one, and so have the browser tests.
vi.mock("#lib/auth/hash-cost.ts", () => ({ hashCost: { N: 2 ** 10, r: 8, p: 1 } }));

// What an app lets a merchant ask in some seconds is used up by many tests. `take-from-budget.test.ts` has real seconds.
vi.mock("#lib/integrations/budget/budget-second.ts", () => ({ budgetSecond: 0.01 }));

const url = inject("databaseUrls")[Number(process.env.VITEST_POOL_ID) - 1];
if (!url) throw new Error(`There is no database for worker ${process.env.VITEST_POOL_ID}.`);

process.env.DATABASE_URL = url;
process.env.ENCRYPTION_KEYS = inject("encryptionKey");
process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough to be one";
process.env.PORT = String(inject("ports")[Number(process.env.VITEST_POOL_ID) - 1]);
process.env.OUTBOUND_ALLOW_HOSTS = "127.0.0.1,localhost";

afterAll(async () => {
  // The next file may share this process.
  vi.restoreAllMocks();
  // Half of the files never ask for the database, and need not load what it takes. The connections stay: the next file
  // has them open, and its statements prepared.
  if (!globalThis.patchbayConnection) return;
  const { leaveNothingDue } = await import("./leave-nothing-due.ts");
  await leaveNothingDue();
});
