"use client";

import { useEffect } from "react";
import { toastFailed } from "#components/ui/toast.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";

/**
 * While the browser is offline a link would lead to the browser's own error page, and what is on the screen would be
 * lost. The page stays instead, and says so. Nothing is kept to be shown offline: what Patchbay tells has to be true now.
 */
export function OfflineGuard() {
  useEffect(() => {
    // Before the router hears of it.
    document.addEventListener("click", stayHere, { capture: true });
    return () => document.removeEventListener("click", stayHere, { capture: true });
  }, []);
  return null;
}

function stayHere(event: MouseEvent) {
  const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey;
  if (navigator.onLine || isNewTab || !(event.target instanceof Element)) return;
  const link = event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || isWithinPage(link)) return;
  event.preventDefault();
  event.stopPropagation();
  toastFailed(t("stay_here_you_offline"), {
    description: t("stay_here_description"),
  });
}

/** A jump to another place of this page needs no network. */
function isWithinPage({ hash, pathname, search }: HTMLAnchorElement): boolean {
  return hash !== "" && pathname === location.pathname && search === location.search;
}
