import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { decodeCursor, toPage } from "#lib/listing/cursor.ts";
import { pageOf } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { requireApp } from "./require-provider.ts";
import { requireSandbox } from "./require-sandbox.ts";
import { listSandboxObjectsInput, sandboxObjectDto } from "./schema.ts";

const positionCursor = z.tuple([shortText(200).regex(/^\d{1,15}$/)]);

/** What a merchant's accounts at an app's sandbox hold of one kind, newest first. */
export const listSandboxObjects = defineVerb({
  permission: "read",
  input: listSandboxObjectsInput,
  output: pageOf(sandboxObjectDto),
  async run({ ctx, input }) {
    requireSandbox();
    const { provider, kind, account, limit, cursor } = input;
    requireApp(provider);
    const [before] = decodeCursor(cursor, positionCursor) ?? [];
    const rows = await db()
      .select({ object: sandboxObjects })
      .from(sandboxObjects)
      .innerJoin(sandboxAccounts, eq(sandboxAccounts.id, sandboxObjects.accountId))
      .where(
        and(
          eq(sandboxAccounts.merchantId, ctx.merchantId),
          eq(sandboxAccounts.provider, provider),
          eq(sandboxObjects.kind, kind),
          account ? eq(sandboxAccounts.id, account) : undefined,
          before ? lt(sandboxObjects.position, Number(before)) : undefined,
        ),
      )
      .orderBy(desc(sandboxObjects.position))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      ({ object }) => [String(object.position)],
      ({ object }) => ({
        account: object.accountId,
        kind: object.kind,
        id: object.id,
        data: object.data,
        createdAt: object.createdAt.toISOString(),
        updatedAt: object.updatedAt.toISOString(),
      }),
    );
  },
});
