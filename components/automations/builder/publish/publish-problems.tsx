"use client";

import { Notice } from "#components/ui/notice.tsx";
import { useBuilder } from "../builder-context.ts";
import { PlaceList } from "../place-list.tsx";

/** What keeps the draft from being published. */
export function PublishProblems({ onLeave }: { onLeave: () => void }) {
  const { problems } = useBuilder();
  const open = problems.filter(({ weight }) => weight !== "warning");
  if (open.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={open.length === 1 ? "1 thing is still open" : `${open.length} things are still open`}
    >
      <PlaceList problems={open} onLeave={onLeave} />
    </Notice>
  );
}
