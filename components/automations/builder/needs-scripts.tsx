"use client";

import { Notice } from "#components/ui/notice.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Said where the page's script does not come: the editor is nothing without it. It takes no room of the page. */
export function NeedsScripts() {
  if (useHydrated()) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-form animate-[fade-in_120ms_4s_both]">
      <Notice tone="warning" title="The editor needs JavaScript">
        Publishing what is saved works without it. To change the automation, allow scripts for this page, or
        load it again.
      </Notice>
    </div>
  );
}
