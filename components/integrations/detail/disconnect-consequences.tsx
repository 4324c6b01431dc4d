import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { DisconnectPreviewDto } from "#lib/integrations/schema.ts";

/** What disconnecting does, before it is done. */
export function DisconnectConsequences({ preview }: { preview: DisconnectPreviewDto }) {
  const { automations, deleted, kept, byHand } = preview;
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 rounded-control border border-line bg-sunken px-4 py-3">
        <Lines
          title="What stops"
          lines={automations.length > 0 ? automations.map(({ name }) => name) : ["No automation uses it."]}
        />
        <Lines title="What is deleted" lines={deleted} />
        <Lines title="What stays" lines={kept} />
      </div>
      {byHand !== null && (
        <Notice tone="info" title="One thing for you to do">
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
