"use client";

import { ArrowUp } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
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
              {waitingCount} new
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
      <Notice tone="warning" title="You have been signed out">
        What you see no longer updates. <TextLink href="/sign-in">Sign in again</TextLink>
      </Notice>
    );
  }
  const reason = error instanceof ApiRefusal ? error.message : "Patchbay cannot be reached.";
  return (
    <Notice tone="warning" title="Live updates are interrupted">
      {reason} What you see may be a little old; we keep trying.
    </Notice>
  );
}
