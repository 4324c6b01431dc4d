import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { listParam, scopeParam } from "#lib/failures/values.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";
import { closeIssues } from "./close-issues.ts";
import { openIssue } from "./open-issue.ts";

/** What Patchbay asks for by now and the account has not granted. */
export function findMissingScopes(integration: Pick<IntegrationRow, "provider" | "scopes">): string[] {
  const granted = new Set(integration.scopes);
  return getManifest(integration)
    .auth.scopes.map(({ id }) => id)
    .filter((id) => !granted.has(id));
}

/** Tells what the grant lacks from what a call was refused for, which a full grant does not heal. */
const missingPrefix = "missing: ";

/** Raises the permissions that are missing once, or closes that issue when none is any more. */
export async function openMissingScopes(integration: IntegrationRow): Promise<void> {
  const missing = findMissingScopes(integration);
  if (missing.length === 0)
    return closeIssues(integration.id, ["scope_missing"], { detailPrefix: missingPrefix });
  const { id: provider, name, auth } = getManifest(integration);
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
export async function openRequirements(
  integration: IntegrationRow,
  requirements: Message | undefined,
): Promise<void> {
  if (requirements === undefined) return closeIssues(integration.id, ["account_incomplete"]);
  await openIssue(integration, { cause: "account_incomplete", said: requirements });
}
