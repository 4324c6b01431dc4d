import { decodeProtectedHeader, FlattenedEncrypt, flattenedDecrypt } from "jose";
import { z } from "zod";
import { env } from "#lib/env.ts";

/** Where a sealed value lives. It opens nowhere else: a value copied to another row or merchant stays shut. */
export type SealedPlace = { merchantId: string; table: string; rowId: string; column: string };

const sealedForm = z.object({
  protected: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
  tag: z.string(),
});

const sealedHeader = z.object({ kid: z.string() });

export class SealError extends Error {
  override name = "SealError";
}

type Key = { id: string; ready: Promise<CryptoKey> };

let parsed: { from: string; keys: Key[] } | undefined;

function keys(): Key[] {
  const from = env().ENCRYPTION_KEYS;
  if (parsed?.from !== from) {
    parsed = {
      from,
      keys: from.split(",").map((entry) => {
        const split = entry.indexOf(":");
        return { id: entry.slice(0, split), ready: importKey(Buffer.from(entry.slice(split + 1), "base64")) };
      }),
    };
  }
  return parsed.keys;
}

/** Made ready once: each value that is opened would do it again. */
function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const ready = crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  // Whoever uses it is told; nobody need.
  ready.catch(() => {});
  return ready;
}

function toBinding(place: SealedPlace): Uint8Array {
  return new TextEncoder().encode([place.merchantId, place.table, place.rowId, place.column].join("/"));
}

/** The id of the key that seals now. */
export function sealingKeyId(): string {
  const key = keys()[0];
  if (!key) throw new SealError("ENCRYPTION_KEYS holds no key.");
  return key.id;
}

/** The id of the key that sealed a value, read without opening it; null where it is no sealed value. */
export function readKeyId(sealed: string): string | null {
  try {
    return sealedHeader.parse(decodeProtectedHeader(sealedForm.partial().parse(JSON.parse(sealed)))).kid;
  } catch {
    return null;
  }
}

/**
 * Seals a text with the first key: AES-256-GCM as a JWE (RFC 7516, `dir`), with the key's id in the header
 * and the place as additional authenticated data.
 */
export async function seal(text: string, place: SealedPlace): Promise<string> {
  const key = keys()[0];
  if (!key) throw new SealError("ENCRYPTION_KEYS holds no key.");
  const jwe = await new FlattenedEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: key.id })
    .setAdditionalAuthenticatedData(toBinding(place))
    .encrypt(await key.ready);
  return JSON.stringify({ protected: jwe.protected, iv: jwe.iv, ciphertext: jwe.ciphertext, tag: jwe.tag });
}

/**
 * Opens what `seal` made for the same place.
 * @throws {SealError} naming the key id when the key is missing, or when key, value or place do not fit.
 */
export async function open(sealed: string, place: SealedPlace): Promise<string> {
  const aad = Buffer.from(toBinding(place)).toString("base64url");
  let keyId = "unknown";
  try {
    const jwe = sealedForm.parse(JSON.parse(sealed));
    const { plaintext } = await flattenedDecrypt({ ...jwe, aad }, (header) => {
      keyId = header?.kid ?? "none";
      const key = keys().find((candidate) => candidate.id === keyId);
      if (!key)
        throw new SealError(
          `ENCRYPTION_KEYS lacks the key "${keyId}", which sealed a row of ${place.table}.`,
        );
      return key.ready;
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    if (error instanceof SealError) throw error;
    throw new SealError(
      `The key "${keyId}" does not open a row of ${place.table}: wrong key, or a changed row.`,
      {
        cause: error,
      },
    );
  }
}
