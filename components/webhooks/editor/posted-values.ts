import { retryPresets } from "#lib/webhooks/retry-presets.ts";
import { type DelayRow, isDelayUnit } from "./delay-rows.ts";
import type { HeaderRow, WebhookFormValues } from "./form-values.ts";

const authTypes = ["none", "apiKey", "basic", "bearer"] as const;
const retryChoices = [...retryPresets.map(({ id }) => id), "custom"] as const;

/**
 * What stands in the controls of the editor as the browser has them: on the server where no script had loaded, and in
 * the browser where something was typed before the script came.
 * @param before stands for controls that the form does not have
 */
export function valuesOfForm(form: FormData, before: WebhookFormValues): WebhookFormValues {
  const text = (name: string, otherwise: string) => readTexts(form, name)[0] ?? otherwise;
  const { auth } = before;
  return {
    url: text("url", before.url),
    description: text("description", before.description),
    events: { isAll: text("breadth", "chosen") === "all", chosen: readTexts(form, "eventTypes") },
    headers: readHeaders(form),
    auth: {
      type: findChoice(authTypes, text("auth.type", auth.type)) ?? auth.type,
      isReplaced: form.has("auth.isReplaced"),
      header: text("auth.header", auth.header),
      value: text("auth.value", auth.value),
      username: text("auth.username", auth.username),
      password: text("auth.password", auth.password),
      token: text("auth.token", auth.token),
    },
    retry: {
      choice: findChoice(retryChoices, text("retry.choice", "")) ?? before.retry.choice,
      custom: readWaits(form),
    },
    timeoutSeconds: text("timeoutMs", before.timeoutSeconds),
    maxPerSecond: text("maxPerSecond", before.maxPerSecond),
    maxInFlight: text("maxInFlight", before.maxInFlight),
  };
}

function readHeaders(form: FormData): HeaderRow[] {
  return readRows(form, (index) => `headers[${index}].name`).map(([name = ""], key) => ({
    key,
    name,
    value: readTexts(form, `headers[${key}].value`)[0] ?? "",
  }));
}

function readWaits(form: FormData): DelayRow[] {
  return readRows(form, (index) => `retrySchedule[${index}]`).map(([amount = "", unit = ""], key) => ({
    key,
    amount,
    unit: isDelayUnit(unit) ? unit : "s",
  }));
}

/** The texts of each row of a list, until one is missing. */
function readRows(form: FormData, formatName: (index: number) => string): string[][] {
  const rows: string[][] = [];
  while (form.has(formatName(rows.length))) rows.push(readTexts(form, formatName(rows.length)));
  return rows;
}

function readTexts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}

function findChoice<Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined {
  return choices.find((choice) => choice === text);
}
