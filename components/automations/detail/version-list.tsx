"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { restoreVersionNow } from "#components/automations/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { counted } from "#components/webhooks/figures.ts";
import type { AutomationDto, VersionDto } from "#lib/automations/schema.ts";

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
              <span className="font-medium">Version {number}</span>
              {isLive && <Status tone="success">Live</Status>}
            </span>
            <span className="text-muted text-sm">
              {counted(definition.steps.length, "step")}, published{" "}
              <RelativeTime at={publishedAt} zone={zone} />
            </span>
          </div>
          {canWrite && !isLive && (
            <DecisionForm
              action={restoreVersionNow}
              about={{ id: automation.id, number: String(number), revision: String(automation.revision) }}
              done={({ version }) => `Version ${number} is live again, as version ${version}`}
              refusedTitle="It was not restored"
              onResult={router.refresh}
            >
              {({ isPending }) => (
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  icon={<Undo2 aria-hidden />}
                  isPending={isPending}
                  aria-label={`Restore version ${number}`}
                >
                  Restore
                </SubmitButton>
              )}
            </DecisionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
