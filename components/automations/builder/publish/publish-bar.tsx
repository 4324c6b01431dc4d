"use client";

import { automationsBuilderPublish as t } from "#lib/words/en/screens/automations-builder-publish.ts";
import { SaveStateLine } from "../save/save-state.tsx";
import { PublishDialog, type PublishDialogProps } from "./publish-dialog.tsx";

/** What is kept, what is live, and the way from the one to the other. It stays in sight. */
export function PublishBar(props: PublishDialogProps) {
  const { autosave } = props;
  const { liveVersion, hasUnpublishedChanges } = autosave.stored;
  const isDifferent = hasUnpublishedChanges || autosave.isChanged;
  return (
    <div className="sticky top-14 z-20 -mx-gutter flex items-center justify-between gap-x-4 gap-y-1 border-line border-b bg-canvas px-gutter py-2 md:top-0">
      <div className="flex min-w-0 flex-wrap items-center gap-x-4">
        <SaveStateLine autosave={autosave} />
        <p className="text-muted text-sm">
          {liveVersion === null
            ? t("publish_bar_never_published_does_nothing")
            : isDifferent
              ? t("publish_bar_version_liveversion_live_these", { liveVersion })
              : t("publish_bar_this_live_as_version", { liveVersion })}
        </p>
      </div>
      <PublishDialog {...props} />
    </div>
  );
}
