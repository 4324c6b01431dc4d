"use client";

import { useRouter } from "next/navigation";
import { revokeKey } from "#app/(dashboard)/api-keys/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { ApiKeyDto } from "#lib/auth/api-key-schema.ts";
import type { Scope } from "#lib/auth/permissions.ts";

/** What a program can no longer do when its key is revoked. */
const stopsByScope = {
  read: "Reading events, webhooks, deliveries and logs with this key",
  "events:write": "Sending events with this key: they reach no webhook",
  "webhooks:write": "Creating, changing and testing webhooks with this key; the webhooks themselves go on",
  "deliveries:write": "Retrying and cancelling deliveries with this key",
  "integrations:write": "Connecting apps and making them do things with this key",
} as const satisfies Record<Scope, string>;

/** Revokes a key after asking once. */
export function RevokeKeyButton({ apiKey }: { apiKey: Pick<ApiKeyDto, "id" | "name" | "scopes"> }) {
  const router = useRouter();

  async function revoke(): Promise<string | undefined> {
    const result = await revokeKey(apiKey.id).catch(() => undefined);
    if (!result) return "Patchbay could not be reached. Check the connection and try again.";
    if (!result.ok) return result.message;
    toastDone(`${apiKey.name} is revoked`);
    router.refresh();
    return undefined;
  }

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
      onConfirm={revoke}
    />
  );
}
