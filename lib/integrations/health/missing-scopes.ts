import { type IntegrationRow, providerOf } from "../integration-row.ts";
import { closeIssues } from "./close-issues.ts";
import { openIssue } from "./open-issue.ts";

/** What Patchbay asks for by now and the account has not granted. */
export function missingScopesOf(integration: Pick<IntegrationRow, "provider" | "scopes">): string[] {
  const granted = new Set(integration.scopes);
  return providerOf(integration)
    .auth.scopes.map(({ id }) => id)
    .filter((id) => !granted.has(id));
}

/** Tells what the grant lacks from what a call was refused for, which a full grant does not heal. */
const missingPrefix = "missing: ";

/** Raises the permissions that are missing once, or closes that issue when none is any more. */
export async function openMissingScopes(integration: IntegrationRow): Promise<void> {
  const missing = missingScopesOf(integration);
  if (missing.length === 0) return closeIssues(integration.id, ["scope_missing"], missingPrefix);
  const { name, auth } = providerOf(integration);
  const titles = auth.scopes.filter(({ id }) => missing.includes(id)).map(({ title }) => `"${title}"`);
  const message = `${name} was connected without the permission ${titles.join(" and ")}. Connect it again and allow it; until then, what needs it does not work.`;
  await openIssue(integration, {
    cause: "scope_missing",
    message,
    detail: `${missingPrefix}${missing.join(", ")}`,
  });
}

/** Raises what the account still lacks at the provider, or closes that issue when it lacks nothing any more. */
export async function openLacks(integration: IntegrationRow, lacks: string | undefined): Promise<void> {
  if (lacks === undefined) return closeIssues(integration.id, ["account_incomplete"]);
  await openIssue(integration, { cause: "account_incomplete", message: lacks });
}
