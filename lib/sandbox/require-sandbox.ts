import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";

/** @throws {AppError} 404 where the sandbox is off: it is not there then, for anyone */
export function requireSandbox(): void {
  if (env().SANDBOX !== "on") throw notFound("page");
}
