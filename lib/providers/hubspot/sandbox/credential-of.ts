import type { SandboxRequest } from "../../sandbox-kit/contract.ts";

/** The token endpoints take everything in the body; all else shows a bearer token. */
export function credentialOf({ url, form, headers }: SandboxRequest): string | null {
  switch (url.pathname) {
    case "/oauth/2026-09/token":
      return form.get("refresh_token") ?? form.get("code");
    case "/oauth/2026-09/token/introspect":
    case "/oauth/2026-09/token/revoke":
      return form.get("token");
    default:
      return /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? null;
  }
}
