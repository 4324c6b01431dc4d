"use client";

import { useEffect } from "react";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";

const question = () => t("question_leave_without_saving_what");

/** Asks before a page with unsaved changes is left: by closing, by reloading, or by following a link of the app. */
export function useLeaveWarning(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    document.addEventListener("click", askBeforeLink, { capture: true });
    window.addEventListener("beforeunload", askBeforeUnload);
    return () => {
      document.removeEventListener("click", askBeforeLink, { capture: true });
      window.removeEventListener("beforeunload", askBeforeUnload);
    };
  }, [isDirty]);
}

function askBeforeUnload(event: BeforeUnloadEvent) {
  event.preventDefault();
}

/** Next leaves a prevented click alone, so a "no" keeps the page. */
function askBeforeLink(event: MouseEvent) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return;
  const isSamePage = link.pathname === location.pathname && link.origin === location.origin;
  // Another site is left by unloading the page, which asks for itself.
  if (isSamePage || link.origin !== location.origin || window.confirm(question())) return;
  event.preventDefault();
  event.stopPropagation();
}
