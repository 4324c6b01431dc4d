import type { HostRule } from "./host-rule.ts";
import { localOrigin } from "./local-origin.ts";

/** The rule that the settings of the app make, which were checked when it started. */
export function readHostRule(settings: Record<string, string | undefined>): HostRule {
  const port = Number(settings.PORT || 3000);
  const listensOn = settings.HOST ?? "";
  return {
    appUrl: new URL(settings.APP_URL || `http://localhost:${port}`),
    port,
    allowedHosts: [
      ...(settings.ALLOWED_HOSTS ?? "").split(","),
      // Whoever has the server listen on one address has chosen that address.
      ...(listensOn ? [new URL(localOrigin(port, listensOn)).host] : []),
    ]
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
    trustedProxies: Number(settings.TRUSTED_PROXIES || 0),
    isDevelopment: settings.NODE_ENV === "development",
  };
}
