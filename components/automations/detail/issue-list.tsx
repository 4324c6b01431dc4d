"use client";

import { Wrench } from "lucide-react";
import { useRouter } from "next/navigation";
import { repairIssueNow } from "#components/automations/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { AutomationIssueDto } from "#lib/automations/drift/schema.ts";
import { automationsDetailBrowser as t } from "#lib/words/en/screens/automations-detail-browser.ts";

interface IssueListProps {
  issues: readonly AutomationIssueDto[];
  zone: string;
  /** Whether the reader may repair them. */
  canWrite: boolean;
}

/** What an automation relies on and an app no longer has, each with the one press that repairs it. */
export function IssueList({ issues, zone, canWrite }: IssueListProps) {
  const router = useRouter();
  if (issues.length === 0) return null;
  return (
    <Card title={t("issue_list_title")} description={t("issue_list_description")} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {issues.map(({ id, automationId, message, repair, openedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2.5 px-card py-3.5">
            <ToneIcon tone="warning" />
            <div className="grid min-w-0 flex-1 basis-64">
              <p className="[overflow-wrap:anywhere]">{message}</p>
              <p className="text-muted text-sm">
                {t.rich("issue_list_noticed_relativetime", {
                  relativeTime: <RelativeTime at={openedAt} zone={zone} />,
                })}
              </p>
            </div>
            {canWrite &&
              (repair.kind === "apply" ? (
                <DecisionForm
                  action={repairIssueNow}
                  about={{ id: automationId, issueId: id }}
                  done={t("issue_list_repaired")}
                  refusedTitle={t("issue_list_was_not_repaired")}
                  onResult={router.refresh}
                >
                  {({ isPending }) => (
                    <SubmitButton icon={<Wrench aria-hidden />} isPending={isPending}>
                      {repair.title}
                      <span className="sr-only">: {message}</span>
                    </SubmitButton>
                  )}
                </DecisionForm>
              ) : (
                repair.href !== null && (
                  <ButtonLink href={repair.href} variant="primary">
                    {repair.title}
                    <span className="sr-only">: {message}</span>
                  </ButtonLink>
                )
              ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
