import type { automationIssues } from "#db/schema/automations.ts";
import { entitle } from "#lib/automations/words/entitle.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { say } from "#lib/failures/say.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { type AutomationIssueDto, type DriftCause, driftCauses, repairSchema } from "./schema.ts";

export type IssueRow = typeof automationIssues.$inferSelect;

/** @param names of what is live, which relies on it */
export function toAutomationIssueDto(row: IssueRow, names: Names): AutomationIssueDto {
  const { locale } = names.reader;
  const { id, automationId, stepKey: step, code, params, openedAt, closedAt } = row;
  const cause = toCause(code);
  return {
    id,
    automationId,
    step,
    cause,
    message: render(entitle({ code, params: params ?? {} }, names), locale),
    repair: toRepair(row, cause, locale),
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

function toCause(code: string): DriftCause {
  return driftCauses.find((cause) => code === `drift_${cause}`) ?? "misfit";
}

function toRepair(
  { repair, automationId, stepKey, params }: IssueRow,
  cause: DriftCause,
  locale: Locale,
): AutomationIssueDto["repair"] {
  const known = repairSchema.safeParse(repair).data;
  if (known !== undefined) {
    const title = known.kind === "accept" ? say("repair_accept") : say("repair_change");
    return { kind: "apply", title: render(title, locale), href: null };
  }
  const provider = params?.provider;
  if (cause === "permission_missing" && typeof provider === "string") {
    return {
      kind: "reconnect",
      title: render(say("repair_reconnect"), locale),
      href: `/marketplace/${provider}`,
    };
  }
  const href = `/automations/${automationId}/edit?step=${encodeURIComponent(stepKey)}`;
  return { kind: "choose", title: render(say("repair_choose"), locale), href };
}
