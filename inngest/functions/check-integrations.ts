import { inngest } from "#inngest/client.ts";
import { checkDueIntegrations } from "#lib/integrations/health/check-due.ts";
import { noticeDueIssues } from "#lib/integrations/health/notice-due-issues.ts";

/** Each minute: asks the connections whose turn it is whether they work, and has the e-mails written that are due. */
export function checkIntegrationsFunction() {
  return inngest().createFunction(
    { id: "check-integrations", name: "Check integrations", triggers: [{ cron: "* * * * *" }], retries: 0 },
    async () => ({ ...(await checkDueIntegrations()), ...(await noticeDueIssues()) }),
  );
}
