import { failingBeforeToldMinutes, type HealthNotice } from "#lib/deliveries/health-notice.ts";
import { say } from "#lib/failures/say.ts";
import { findAutomation } from "./find-automation.ts";

/** What people are told about an automation's health. */
export const automationHealth: HealthNotice = async (tx, { id, merchantId }, state) => {
  const { name } = await findAutomation(tx, merchantId, id);
  const of = { automation: name, automationId: id };
  if (state === null) return { said: say("notice_automation_works", of) };
  if (state === "disabled") return { said: say("notice_automation_off", of) };
  return { said: say("notice_automation_failing", { ...of, minutes: failingBeforeToldMinutes }) };
};
