import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { VersionDto } from "#lib/automations/schema.ts";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { automationsDetail as t } from "#lib/words/en/screens/automations-detail.ts";
import { automationState } from "../automation-state.ts";
import { SparkLine } from "../spark-line.tsx";
import { sparkText } from "../spark-text.ts";
import { whenText } from "../when-text.ts";
import { AutomationActions } from "./automation-actions.tsx";
import { DefinitionView } from "./definition-view.tsx";
import { StateNotice } from "./state-notice.tsx";
import { VersionList } from "./version-list.tsx";

interface AutomationViewProps {
  automation: AutomationSummary;
  /** What events go by now; before it is published, the draft. */
  definition: Definition;
  /** What its steps and fields are called. */
  names: Names;
  versions: readonly VersionDto[];
  zone: string;
  canWrite: boolean;
  /** For so many days runs are held at most. */
  holdDays: number;
  /** It was switched on just now. */
  isNew?: boolean;
  /** What it relies on and an app no longer has; empty while nothing is wrong. */
  issues?: ReactNode;
  runFilters: ReactNode;
  runs: ReactNode;
  /** Replays what failed; left out where nothing did, or the reader may not. */
  replay?: ReactNode;
}

/** One automation: how it is, what it has done, what it does, and what it did before. */
export function AutomationView(props: AutomationViewProps) {
  const { automation, zone, canWrite, versions } = props;
  const { tone, word } = automationState(automation);
  const { days } = automation.activity;
  return (
    <>
      <PageHeader
        back={{ href: "/automations", label: t("automation_view_automations") }}
        title={automation.name}
        status={
          <Status tone={tone} look="pill">
            {word}
          </Status>
        }
        actions={canWrite && <AutomationActions automation={automation} holdDays={props.holdDays} />}
      />
      {props.isNew && (
        <Notice tone="success" title={t("automation_view_title")}>
          {t("automation_view_runs_next_time_whentext", { whenText: whenText(automation.eventType) })}
        </Notice>
      )}
      {props.issues}
      <StateNotice automation={automation} zone={zone} canWrite={canWrite} />
      <div className="grid items-start gap-section lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8">
        <div className="grid min-w-0 gap-section">
          <Section
            title={t("automation_view_runs")}
            description={
              days?.some(({ done, failed }) => done + failed > 0) ? `${sparkText(days)}.` : undefined
            }
            actions={<SparkLine days={days} className="max-sm:hidden" />}
          >
            <div className="grid min-w-0 gap-3">
              <div className="flex min-w-0 flex-wrap items-center justify-between gap-2">
                {props.runFilters}
                {props.replay}
              </div>
              {props.runs}
            </div>
          </Section>
        </div>
        <div className="grid min-w-0 gap-section">
          <Section
            title={t("automation_view_what_does")}
            description={automation.status === "draft" ? t("automation_view_description") : undefined}
          >
            <DefinitionView definition={props.definition} actions={automation.steps} names={props.names} />
          </Section>
          {versions.length > 0 && (
            <Section
              title={t("automation_view_versions")}
              description={t("automation_view_what_was_published_run")}
            >
              <Card isFlush>
                <VersionList automation={automation} versions={versions} zone={zone} canWrite={canWrite} />
              </Card>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
