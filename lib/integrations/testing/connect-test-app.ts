import type { Ctx } from "#lib/auth/context.ts";
import { newId } from "#lib/ids.ts";
import { saveConnection } from "../connect/save-connection.ts";
import { getManifest } from "../integration-row.ts";

/** A connection to Slack whose access is made up: for tests that never call it. @returns its id */
export async function connectTestApp(ctx: Ctx, label = "Test workspace"): Promise<string> {
  const { id } = await saveConnection(
    ctx,
    {
      provider: "slack",
      environment: "sandbox",
      account: { id: newId("sbx"), label },
      secrets: { accessToken: "made-up-access", refreshToken: "made-up-refresh" },
      settings: {},
      scopes: getManifest({ provider: "slack" }).auth.scopes.map(({ id }) => id),
      expiresAt: null,
      refreshExpiresAt: null,
    },
    null,
  );
  return id;
}
