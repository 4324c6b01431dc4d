import type { SandboxAccountDesk, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { allOf } from "../../sandbox-kit/objects.ts";
import { endAllSessions } from "./oauth.ts";
import { recordSchema, timeOf } from "./org.ts";
import { isDuplicateRuleOn, setDuplicateRule } from "./rest/duplicate-rule.ts";

/** What happens in an org without Patchbay. Salesforce tells nobody of it. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "win-newest-opportunity": {
    title: "Win the newest opportunity",
    run: (desk) => changeNewest(desk, "Opportunity", { StageName: "Closed Won" }, "is won"),
  },
  "call-newest-lead": {
    title: "Call the newest lead",
    run: (desk) => changeNewest(desk, "Lead", { Status: "Working - Contacted" }, "was called"),
  },
  "delete-newest-lead": {
    title: "Delete the newest lead",
    run: async (desk) => {
      const lead = await findNewest(desk, "Lead");
      if (!lead) return "There is no lead in this org.";
      await desk.store.remove("Lead", lead.Id);
      return `The lead ${nameOf(lead)} is deleted.`;
    },
  },
  "switch-duplicate-rule": {
    title: "Switch the rule against duplicate leads on or off",
    run: async (desk) => {
      const isOn = !(await isDuplicateRuleOn(desk));
      await setDuplicateRule(desk, isOn);
      return isOn
        ? "Leads with an e-mail address that another lead has are warned of now."
        : "Leads may have the e-mail address of another lead again.";
    },
  },
  "end-sessions": {
    title: "End all sessions",
    run: async (desk) => {
      await endAllSessions(desk.store, desk.now());
      return "Every access token of this org has ended. Refresh tokens still work.";
    },
  },
  "revoke-app": {
    title: "Revoke the app",
    run: async (desk) => {
      await desk.revokeAll();
      return `Patchbay has no access to ${desk.account.label} any more. Salesforce does not tell it.`;
    },
  },
};

async function changeNewest(
  desk: SandboxAccountDesk,
  kind: string,
  change: Record<string, string>,
  outcome: string,
): Promise<string> {
  const record = await findNewest(desk, kind);
  if (!record) return `There is no ${kind.toLowerCase()} in this org.`;
  await desk.store.put(kind, record.Id, { ...record, ...change, LastModifiedDate: timeOf(desk.now()) });
  return `The ${kind.toLowerCase()} ${nameOf(record)} ${outcome}.`;
}

async function findNewest({ store }: SandboxAccountDesk, kind: string) {
  return (await allOf(store, kind, recordSchema)).at(-1);
}

function nameOf(record: Record<string, unknown>): string {
  return String(record.Name ?? record.LastName ?? record.Id);
}
