import { failingBeforeToldMinutes, type HealthNotice } from "#lib/deliveries/health-notice.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { defaultLocale } from "#lib/words/locale.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { findLiveNames } from "./naming/find-names.ts";
import { entitle } from "./words/entitle.ts";

/** What people are told about an automation's health. */
export const automationHealth: HealthNotice = async (tx, { id, merchantId }, state) => {
  const automation = await findAutomation(tx, merchantId, id);
  const of = { automation: automation.name, automationId: id };
  if (state === null) return { said: say("notice_automation_works", of) };
  const names = await findLiveNames(tx, automation, defaultLocale);
  const titled = { entitle: (message: Message) => entitle(message, names) };
  if (state === "disabled") return { said: say("notice_automation_off", of), ...titled };
  return { said: say("notice_automation_failing", { ...of, minutes: failingBeforeToldMinutes }), ...titled };
};
