import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { ApiKeyList } from "#components/api-keys/api-key-list.tsx";
import { CreateKeyDialog } from "#components/api-keys/create-key-dialog.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listApiKeys } from "#lib/auth/api-keys.ts";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const keys = await listApiKeys({ ctx });
  const canWrite = isAllowed(ctx, "keys:write");
  const createButton = canWrite ? <CreateKeyDialog origin={env().APP_URL} /> : undefined;
  return (
    <>
      <PageHeader
        title="API keys"
        description="With a key, a program of yours can send events and read what became of them. Give each program its own."
        actions={keys.length > 0 && createButton}
      />
      <Card isFlush>
        {keys.length === 0 ? (
          <EmptyState
            icon={<KeyRound aria-hidden />}
            title="No API keys yet"
            description={
              canWrite
                ? "Each key will appear here with what it may do and when it was last used."
                : "Keys will appear here once an owner or admin of this account has created one."
            }
            action={createButton}
          />
        ) : (
          <ApiKeyList keys={keys} zone={session.merchant.timeZone} canRevoke={canWrite} />
        )}
      </Card>
    </>
  );
}
