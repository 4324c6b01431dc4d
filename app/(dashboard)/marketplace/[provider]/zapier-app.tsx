import { ZapTable } from "#components/marketplace/zapier/zap-table.tsx";
import { ZapierSteps } from "#components/marketplace/zapier/zapier-steps.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { newId } from "#lib/ids.ts";
import { listHooks } from "#lib/zapier/list-hooks.ts";

const maxHooksShown = 100;

/** What Zapier's page has beside every app's: how to connect it, and the Zaps that are. */
export async function ZapierApp() {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const { data, nextCursor } = await listHooks({ ctx, input: { limit: maxHooksShown } });
  return (
    <>
      <ZapierSteps canCreateKey={isAllowed(ctx, "keys:write")} />
      <ZapTable hooks={data} hasMore={nextCursor !== null} zone={session.merchant.timeZone} />
    </>
  );
}
