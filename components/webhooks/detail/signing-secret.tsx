"use client";

import { Card } from "#components/ui/card.tsx";
import { SecretField } from "#components/ui/secret-field.tsx";
import { loadSigningSecret } from "#components/webhooks/server-actions.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";

/** The secret that signs, fetched only when it is asked for. */
export function SigningSecret({ webhookId }: { webhookId: string }) {
  return (
    <Card title={t("signing_secret_title")} description={t("signing_secret_description")}>
      <SecretField
        label={t("signing_secret_label")}
        prefix="whsec_"
        load={() => loadSigningSecret(webhookId)}
      />
    </Card>
  );
}
