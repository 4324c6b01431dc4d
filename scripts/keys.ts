import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlainError } from "./plain-error.ts";
import { createPrivateFile, readFileIfAny } from "./private-file.ts";

const keysSchema = z.object({
  ENCRYPTION_KEYS: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(1),
  DEMO_API_KEY: z.string().min(1),
});
export type Keys = z.infer<typeof keysSchema>;

function generateKeys(): Keys {
  return {
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    DEMO_API_KEY: `pb_${randomBytes(24).toString("base64url")}`,
  };
}

function parseKeys(path: string, text: string): Keys {
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new PlainError(
      `The generated keys in ${path} cannot be read:\n${problem}\n` +
        "Restore the file. Without its keys, what they sealed stays sealed; to begin anew, delete the data directory.",
    );
  }
}

/**
 * The keys of a development set-up: made once, kept in the data directory, reused by every later start.
 * What the environment gives wins.
 */
export async function loadDevelopmentKeys(
  dataDir: string,
  variables: Record<string, string | undefined>,
): Promise<Keys> {
  const path = join(dataDir, "keys.json");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readFileIfAny(path);
  if (kept === undefined) await createPrivateFile(path, `${JSON.stringify(generateKeys(), null, 2)}\n`);
  // Read back in both cases: another start may have been quicker.
  const keys = parseKeys(path, kept ?? (await readFileIfAny(path)) ?? "");
  return {
    ENCRYPTION_KEYS: variables.ENCRYPTION_KEYS || keys.ENCRYPTION_KEYS,
    NEXTAUTH_SECRET: variables.NEXTAUTH_SECRET || keys.NEXTAUTH_SECRET,
    DEMO_API_KEY: variables.DEMO_API_KEY || keys.DEMO_API_KEY,
  };
}
