"use client";

import { ArrowUp } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listing as t } from "#lib/words/en/screens/listing.ts";
import { ApiRefusal } from "./api-get.ts";

interface LiveListProps {
  /** What is listed; read out. */
  label: string;
  container: RefObject<HTMLElement | null>;
  waitingCount: number;
  onShowWaiting: () => void;
  /** Why the last poll failed; what is shown stays. */
  error: Error | null;
  children: ReactNode;
}

/** The frame of a list that keeps itself up to date: "3 new" above it, and a word when it cannot. */
export function LiveList({ label, container, waitingCount, onShowWaiting, error, children }: LiveListProps) {
  function showWaiting() {
    onShowWaiting();
    window.scrollTo({ top: 0, behavior: "smooth" });
  }
  return (
    <div className="grid gap-4">
      {error && <LiveTrouble error={error} />}
      <div className="relative">
        <div aria-live="polite" className="sticky top-16 z-20 h-0 text-center md:top-3">
          {waitingCount > 0 && (
            <button
              type="button"
              onClick={showWaiting}
              className="inline-flex h-8 -translate-y-1/2 animate-pop-in items-center gap-1.5 rounded-pill bg-accent px-3.5 font-medium text-on-accent text-sm shadow-overlay hover:bg-accent-hover max-md:h-11"
            >
              <ArrowUp aria-hidden className="size-3.5" />
              {t("live_list_waitingcount_new", { waitingCount })}
            </button>
          )}
        </div>
        <section
          ref={container}
          aria-label={label}
          className="overflow-hidden rounded-card border border-line bg-surface shadow-card"
        >
          {children}
        </section>
      </div>
    </div>
  );
}

/** What stands in the way of live updates. */
export function LiveTrouble({ error }: { error: Error }) {
  if (error instanceof ApiRefusal && error.status === 401) {
    return (
      <Notice tone="warning" title={t("live_trouble_title")}>
        {t.rich("live_trouble_what_you_see_no", {
          link: (text) => <TextLink href="/sign-in">{text}</TextLink>,
        })}
      </Notice>
    );
  }
  const reason = error instanceof ApiRefusal ? error.message : t("live_trouble_patchbay_cannot_reached");
  return (
    <Notice tone="warning" title={t("live_trouble_live_updates_interrupted")}>
      {t("live_trouble_reason_what_you_see", { reason })}
    </Notice>
  );
}
