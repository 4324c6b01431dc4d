import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { DisconnectPreviewDto } from "#lib/integrations/schema.ts";
import { integrationsDetailBrowser as t } from "#lib/words/en/screens/integrations-detail-browser.ts";

/** What disconnecting does, before it is done. */
export function DisconnectConsequences({ preview }: { preview: DisconnectPreviewDto }) {
  const { automations, deleted, kept, byHand } = preview;
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 rounded-control border border-line bg-sunken px-4 py-3">
        <Lines
          title={t("disconnect_consequences_title")}
          lines={
            automations.length > 0
              ? automations.map(({ name }) => name)
              : [t("disconnect_consequences_no_automation_uses")]
          }
        />
        <Lines title={t("disconnect_consequences_what_deleted")} lines={deleted} />
        <Lines title={t("disconnect_consequences_what_stays")} lines={kept} />
      </div>
      {byHand !== null && (
        <Notice tone="info" title={t("disconnect_consequences_one_thing_you_do")}>
          {byHand}
        </Notice>
      )}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="mt-0.5 grid list-disc gap-0.5 pl-4.5 text-muted marker:text-subtle">
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
