"use client";

import { Notice } from "#components/ui/notice.tsx";
import { automationsBuilder as t } from "#lib/words/en/screens/automations-builder.ts";
import { useHydrated } from "./use-hydrated.ts";

/** Said where the page's script does not come: the editor is nothing without it. It takes no room of the page. */
export function NeedsScripts() {
  if (useHydrated()) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-form animate-[fade-in_120ms_4s_both]">
      <Notice tone="warning" title={t("needs_scripts_title")}>
        {t("needs_scripts_publishing_what_saved_works")}
      </Notice>
    </div>
  );
}
