import { env } from "#lib/env.ts";

/** Where this process reaches its own sandbox: loopback, whatever the address that people use. */
export function sandboxOrigin(): string {
  return `http://localhost:${env().PORT}`;
}

/** What a path such as `/sandbox/slack/slack.com/api/x` names; `path` stays percent-encoded. Null for other paths. */
export function readSandboxPath(pathname: string): { providerId: string; path: string } | null {
  const [, providerId, path] = /^\/sandbox\/([a-z0-9-]+)\/(.+)$/.exec(pathname) ?? [];
  return providerId && path ? { providerId, path } : null;
}

/** The id in a path such as `/sandbox/inbox/inb_1`. Null for other paths. */
export function readInboxPath(pathname: string): string | null {
  return /^\/sandbox\/inbox\/([\w-]+)$/.exec(pathname)?.[1] ?? null;
}
