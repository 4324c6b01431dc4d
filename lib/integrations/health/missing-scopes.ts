import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { listParam, scopeParam } from "#lib/failures/values.ts";
import { type IntegrationRow, manifestOf } from "../integration-row.ts";
import { closeIssues } from "./close-issues.ts";
import { openIssue } from "./open-issue.ts";

/** What Patchbay asks for by now and the account has not granted. */
export function missingScopesOf(integration: Pick<IntegrationRow, "provider" | "scopes">): string[] {
  const granted = new Set(integration.scopes);
  return manifestOf(integration)
    .auth.scopes.map(({ id }) => id)
    .filter((id) => !granted.has(id));
}

/** Tells what the grant lacks from what a call was refused for, which a full grant does not heal. */
const missingPrefix = "missing: ";

/** Raises the permissions that are missing once, or closes that issue when none is any more. */
export async function openMissingScopes(integration: IntegrationRow): Promise<void> {
  const missing = missingScopesOf(integration);
  if (missing.length === 0)
    return closeIssues(integration.id, ["scope_missing"], { detailPrefix: missingPrefix });
  const { id: provider, name, auth } = manifestOf(integration);
  const permissions = auth.scopes
    .filter(({ id }) => missing.includes(id))
    .map(({ id }) => scopeParam(provider, id));
  const said = say("app_permissions_missing", { app: name, permissions: listParam(permissions) });
  await openIssue(integration, {
    cause: "scope_missing",
    said,
    detail: `${missingPrefix}${missing.join(", ")}`,
  });
}

/** Raises what the account still lacks at the provider, or closes that issue when it lacks nothing any more. */
export async function openLacks(integration: IntegrationRow, lacks: Message | undefined): Promise<void> {
  if (lacks === undefined) return closeIssues(integration.id, ["account_incomplete"]);
  await openIssue(integration, { cause: "account_incomplete", said: lacks });
}
