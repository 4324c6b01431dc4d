import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";

const unitSeconds = { s: 1, min: 60, h: 3_600 } as const;

type DelayUnit = keyof typeof unitSeconds;
/** One wait of a custom schedule, as it is typed. */
export type DelayRow = { key: number; amount: string; unit: DelayUnit };

export const delayUnits = () =>
  [
    { value: "s", label: t("delay_units_seconds") },
    { value: "min", label: t("delay_units_minutes") },
    { value: "h", label: t("delay_units_hours") },
  ] as const satisfies readonly { value: DelayUnit; label: string }[];

export function isDelayUnit(text: string): text is DelayUnit {
  return Object.hasOwn(unitSeconds, text);
}

/** A wait in the largest unit that divides it. */
export function delayRow(seconds: number, key: number): DelayRow {
  const unit = seconds % 3_600 === 0 ? "h" : seconds % 60 === 0 ? "min" : "s";
  return { key, amount: String(seconds / unitSeconds[unit]), unit };
}

/** The wait in seconds; NaN where nothing, or no number, is typed. */
export function toSeconds(row: DelayRow): number {
  return row.amount.trim() === "" ? Number.NaN : Number(row.amount) * unitSeconds[row.unit];
}
