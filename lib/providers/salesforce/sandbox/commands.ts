import type { SandboxAccountContext, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { endAllSessions } from "./oauth.ts";
import { formatTime, recordSchema } from "./org.ts";
import { isDuplicateRuleOn, setDuplicateRule } from "./rest/duplicate-rule.ts";

/** What happens in an org without Patchbay. Salesforce tells nobody of it. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "win-newest-opportunity": {
    title: "Win the newest opportunity",
    run: (context) => changeNewest(context, "Opportunity", { StageName: "Closed Won" }, "is won"),
  },
  "call-newest-lead": {
    title: "Call the newest lead",
    run: (context) => changeNewest(context, "Lead", { Status: "Working - Contacted" }, "was called"),
  },
  "delete-newest-lead": {
    title: "Delete the newest lead",
    run: async (context) => {
      const lead = await findNewest(context, "Lead");
      if (!lead) return "There is no lead in this org.";
      await context.store.remove("Lead", lead.Id);
      return `The lead ${getName(lead)} is deleted.`;
    },
  },
  "switch-duplicate-rule": {
    title: "Switch the rule against duplicate leads on or off",
    run: async (context) => {
      const isOn = !(await isDuplicateRuleOn(context));
      await setDuplicateRule(context, isOn);
      return isOn
        ? "Leads with an e-mail address that another lead has are warned of now."
        : "Leads may have the e-mail address of another lead again.";
    },
  },
  "end-sessions": {
    title: "End all sessions",
    run: async (context) => {
      await endAllSessions(context.store, context.now());
      return "Every access token of this org has ended. Refresh tokens still work.";
    },
  },
  "revoke-app": {
    title: "Revoke the app",
    run: async (context) => {
      await context.revokeAll();
      return `Patchbay has no access to ${context.account.label} any more. Salesforce does not tell it.`;
    },
  },
};

async function changeNewest(
  context: SandboxAccountContext,
  kind: string,
  change: Record<string, string>,
  outcome: string,
): Promise<string> {
  const record = await findNewest(context, kind);
  if (!record) return `There is no ${kind.toLowerCase()} in this org.`;
  await context.store.put(kind, record.Id, {
    ...record,
    ...change,
    LastModifiedDate: formatTime(context.now()),
  });
  return `The ${kind.toLowerCase()} ${getName(record)} ${outcome}.`;
}

async function findNewest({ store }: SandboxAccountContext, kind: string) {
  return (await listAll(store, kind, recordSchema)).at(-1);
}

function getName(record: Record<string, unknown>): string {
  return String(record.Name ?? record.LastName ?? record.Id);
}
