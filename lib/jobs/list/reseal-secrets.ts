import { resealSecrets } from "#lib/vault/reseal-secrets.ts";
import { defineJob } from "../define-job.ts";

/** After a new key was put in front of ENCRYPTION_KEYS: seals what the older keys hold anew. */
export const resealSecretsJob = defineJob({
  id: "reseal-secrets",
  name: "Reseal secrets",
  events: ["secrets/reseal"],
  run: () => resealSecrets(),
});
