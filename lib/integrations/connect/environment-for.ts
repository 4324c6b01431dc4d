import { env } from "#lib/env.ts";
import { say } from "#lib/failures/say.ts";
import type { Environment } from "#lib/integrations/calls/provider-address.ts";
import type { Manifest } from "#lib/providers/contract/manifest.ts";
import { settingPrefix } from "#lib/providers/provider-app.ts";
import { ConnectError } from "./connect-error.ts";

/** Whether the app itself can be connected here: for OAuth, an operator has set the id and secret of an app there. */
export function isLiveReady(provider: Manifest): boolean {
  return provider.auth.kind === "api_key" || env().providerApps[settingPrefix(provider.id)] !== undefined;
}

/**
 * Where a connection is made: as asked; otherwise at the provider where an operator has set an app, and else in the
 * sandbox, where keys are tried too as long as it is on.
 * @throws {ConnectError} not_configured
 */
export function environmentFor(provider: Manifest, asked: Environment | undefined): Environment {
  const isSandboxOn = env().SANDBOX === "on";
  const wanted =
    asked ??
    (provider.auth.kind === "oauth2" && isLiveReady(provider) ? "live" : isSandboxOn ? "sandbox" : "live");
  if (wanted === "sandbox" && isSandboxOn) return wanted;
  if (wanted === "live" && isLiveReady(provider)) return wanted;
  const prefix = settingPrefix(provider.id);
  const said =
    wanted === "sandbox"
      ? say("connect_sandbox_off")
      : say("connect_settings_missing", { app: provider.name, prefix });
  throw new ConnectError("not_configured", said);
}
