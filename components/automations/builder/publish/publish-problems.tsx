"use client";

import { Notice } from "#components/ui/notice.tsx";
import { automationsBuilderPublish as t } from "#lib/words/en/screens/automations-builder-publish.ts";
import { useBuilder } from "../builder-context.ts";
import { PlaceList } from "../place-list.tsx";

/** What keeps the draft from being published. */
export function PublishProblems({ onLeave }: { onLeave: () => void }) {
  const { problems } = useBuilder();
  const open = problems.filter(({ weight }) => weight !== "warning");
  if (open.length === 0) return null;
  return (
    <Notice tone="warning" title={t("publish_problems_count_plural_one_1", { count: open.length })}>
      <PlaceList problems={open} onLeave={onLeave} />
    </Notice>
  );
}
