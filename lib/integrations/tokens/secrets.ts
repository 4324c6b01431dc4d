import { z } from "zod";
import { open, SealError, type SealedPlace, seal } from "#lib/crypto/seal.ts";
import { logger } from "#lib/logger.ts";
import type { Tokens } from "#lib/oauth/token-answer.ts";

/** What opens an account: `accessToken` and `refreshToken`, or the fields of a connect form. */
const secretsSchema = z.record(z.string(), z.string());
export type Secrets = z.infer<typeof secretsSchema>;

type Place = { merchantId: string; integrationId: string };

function toSealedPlace({ merchantId, integrationId }: Place): SealedPlace {
  return { merchantId, table: "credentials", rowId: integrationId, column: "sealed" };
}

export function sealSecrets(place: Place, secrets: Secrets): Promise<string> {
  return seal(JSON.stringify(secrets), toSealedPlace(place));
}

/** @throws {SealError} when the key is missing or the row was changed */
export async function openSecrets(row: Place & { sealed: string }): Promise<Secrets> {
  return secretsSchema.parse(JSON.parse(await open(row.sealed, toSealedPlace(row))));
}

/** As `openSecrets`, where the secrets are about to go: what cannot be opened any more must not be kept for that. */
export async function openSecretsIfPossible(row: Place & { sealed: string }): Promise<Secrets> {
  try {
    return await openSecrets(row);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    logger.error(
      { err: error, integrationId: row.integrationId },
      "secrets could not be opened, and are dropped",
    );
    return {};
  }
}

/** The tokens as secrets; a refresh token that the answer leaves out is the one that is known. */
export function secretsOfTokens(tokens: Tokens, known: Secrets = {}): Secrets {
  const refreshToken = tokens.refreshToken ?? known.refreshToken;
  return { ...known, accessToken: tokens.accessToken, ...(refreshToken ? { refreshToken } : {}) };
}
