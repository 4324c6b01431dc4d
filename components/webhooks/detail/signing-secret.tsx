"use client";

import { Card } from "#components/ui/card.tsx";
import { SecretField } from "#components/ui/secret-field.tsx";
import { loadSigningSecret } from "#components/webhooks/server-actions.ts";

/** The secret that signs, fetched only when it is asked for. */
export function SigningSecret({ webhookId }: { webhookId: string }) {
  return (
    <Card
      title="Signing secret"
      description="Whoever has it can prove that a request is from you. Keep it out of code and chat."
    >
      <SecretField label="signing secret" prefix="whsec_" load={() => loadSigningSecret(webhookId)} />
    </Card>
  );
}
