"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { restoreVersionNow } from "#components/automations/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AutomationDto, VersionDto } from "#lib/automations/schema.ts";
import { automationsDetailBrowser as t } from "#lib/words/en/screens/automations-detail-browser.ts";

interface VersionListProps {
  automation: Pick<AutomationDto, "id" | "revision">;
  versions: readonly VersionDto[];
  zone: string;
  canWrite: boolean;
}

/** What was published, the newest first: each can be gone back to in one press. */
export function VersionList({ automation, versions, zone, canWrite }: VersionListProps) {
  const router = useRouter();
  return (
    <ul className="divide-y divide-line">
      {versions.map(({ number, isLive, publishedAt, definition }) => (
        <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-card py-3">
          <div className="grid min-w-0">
            <span className="flex flex-wrap items-center gap-x-2.5">
              <span className="font-medium">{t("version_list_version_number", { number })}</span>
              {isLive && <Status tone="success">{t("version_list_live")}</Status>}
            </span>
            <span className="text-muted text-sm">
              {t.rich("version_list_count_published_relativetime", {
                count: definition.steps.length,
                relativeTime: <RelativeTime at={publishedAt} zone={zone} />,
              })}
            </span>
          </div>
          {canWrite && !isLive && (
            <DecisionForm
              action={restoreVersionNow}
              about={{ id: automation.id, number: String(number), revision: String(automation.revision) }}
              done={({ version }) =>
                t("version_list_version_number_live_again", { number, version: version ?? "" })
              }
              refusedTitle={t("version_list_was_not_restored")}
              onResult={router.refresh}
            >
              {({ isPending }) => (
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  icon={<Undo2 aria-hidden />}
                  isPending={isPending}
                  aria-label={t("version_list_restore_version_number", { number })}
                >
                  {t("version_list_restore")}
                </SubmitButton>
              )}
            </DecisionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
