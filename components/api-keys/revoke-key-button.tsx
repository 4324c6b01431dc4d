"use client";

import { useRouter } from "next/navigation";
import { revokeKey } from "#components/api-keys/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ApiKeyDto } from "#lib/auth/api-key-schema.ts";
import type { Scope } from "#lib/auth/permissions.ts";
import { apiKeys as t } from "#lib/words/en/screens/api-keys.ts";

/** What a program can no longer do when its key is revoked. */
const stopsByScope = () =>
  ({
    read: t("stops_by_scope_reading_events_webhooks_deliveries"),
    "events:write": t("stops_by_scope_sending_events_with_this"),
    "webhooks:write": t("stops_by_scope_creating_changing_testing_webhooks"),
    "deliveries:write": t("stops_by_scope_retrying_cancelling_deliveries_with"),
    "integrations:write": t("stops_by_scope_connecting_apps_making_them"),
    "payments:write": t("stops_by_scope_taking_payments_giving_refunds"),
  }) as const satisfies Record<Scope, string>;

/** Revokes a key after asking once. */
export function RevokeKeyButton({ apiKey }: { apiKey: Pick<ApiKeyDto, "id" | "name" | "scopes"> }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("revoke_key_button_revoke_name", { name: apiKey.name })}>
          {t("revoke_key_button_revoke")}
        </Button>
      }
      title={t("revoke_key_button_title", { name: apiKey.name })}
      description={t("revoke_key_button_description")}
      stops={apiKey.scopes.map((scope) => stopsByScope()[scope])}
      confirmLabel={t("revoke_key_button_revoke_key")}
      cancelLabel={t("revoke_key_button_keep")}
      action={revokeKey}
      about={{ id: apiKey.id }}
      done={t("revoke_key_button_name_revoked", { name: apiKey.name })}
      onDone={router.refresh}
    />
  );
}
