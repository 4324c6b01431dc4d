import { KeyRound } from "lucide-react";
import { ApiKeyList } from "#components/api-keys/api-key-list.tsx";
import { CreateKeyDialog } from "#components/api-keys/create-key-dialog.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listApiKeys } from "#lib/auth/api-keys.ts";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { apiKeysPages as t } from "#lib/words/en/screens/api-keys-pages.ts";

export const generateMetadata = titled(() => ({ title: t("api_keys_loading_title") }));

export default async function ApiKeysPage() {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const keys = await listApiKeys({ ctx });
  const canWrite = isAllowed(ctx, "keys:write");
  const createButton = canWrite ? <CreateKeyDialog origin={env().APP_URL} /> : undefined;
  return (
    <>
      <PageHeader
        title={t("api_keys_page_title")}
        description={t("api_keys_page_description")}
        actions={keys.length > 0 && createButton}
      />
      <Card isFlush>
        {keys.length === 0 ? (
          <EmptyState
            icon={<KeyRound aria-hidden />}
            title={t("api_keys_page_no_api_keys_yet")}
            description={
              canWrite ? t("api_keys_page_each_key_will_appear") : t("api_keys_page_keys_will_appear_here")
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
