import { inngest } from "#inngest/client.ts";
import { resealSecrets } from "#lib/vault/reseal-secrets.ts";

/** After a new key was put in front of ENCRYPTION_KEYS: seals what the older keys hold anew. */
export function resealSecretsFunction() {
  return inngest().createFunction(
    {
      id: "reseal-secrets",
      name: "Reseal secrets",
      triggers: [{ event: "secrets/reseal" }],
      concurrency: { limit: 1 },
      retries: 3,
    },
    () => resealSecrets(),
  );
}
