import { accessSync, constants, mkdirSync } from "node:fs";
import { PlainError } from "#scripts/plain-error.ts";

/**
 * Makes the data directory where it is missing, for its owner alone.
 * @throws {PlainError} when there cannot be one at that path
 */
export function requireDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : error;
    throw new PlainError(
      `DATA_DIR is "${dataDir}", which is no directory that this user may write to (${reason}). Set it to one.`,
    );
  }
}
