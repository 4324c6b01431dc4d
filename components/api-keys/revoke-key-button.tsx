"use client";

import { useRouter } from "next/navigation";
import { revokeKey } from "#components/api-keys/server-actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ApiKeyDto } from "#lib/auth/api-key-schema.ts";
import type { Scope } from "#lib/auth/permissions.ts";

/** What a program can no longer do when its key is revoked. */
const stopsByScope = {
  read: "Reading events, webhooks, deliveries and logs with this key",
  "events:write": "Sending events with this key: they reach no webhook",
  "webhooks:write": "Creating, changing and testing webhooks with this key; the webhooks themselves go on",
  "deliveries:write": "Retrying and cancelling deliveries with this key",
  "integrations:write": "Connecting apps and making them do things with this key",
  "payments:write": "Taking payments and giving refunds with this key; what was paid stays as it is",
} as const satisfies Record<Scope, string>;

/** Revokes a key after asking once. */
export function RevokeKeyButton({ apiKey }: { apiKey: Pick<ApiKeyDto, "id" | "name" | "scopes"> }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke ${apiKey.name}`}>
          Revoke
        </Button>
      }
      title={`Revoke ${apiKey.name}?`}
      description="Programs that use this key are refused from now on. A revoked key cannot be brought back."
      stops={apiKey.scopes.map((scope) => stopsByScope[scope])}
      confirmLabel="Revoke key"
      cancelLabel="Keep it"
      action={revokeKey}
      about={{ id: apiKey.id }}
      done={`${apiKey.name} is revoked`}
      onDone={router.refresh}
    />
  );
}
