"use client";

import { useEffect, useState } from "react";
import { listenForOutcome } from "./connect-channel.ts";
import { rememberStarted } from "./connect-started.ts";
import { findRefusal, type InstallRefusal } from "./find-refusal.ts";
import { type InstallOptions, installHref } from "./install-href.ts";

const popupSize = { width: 600, height: 760 };
const WATCH_EVERY_MS = 500;
/** The popup tells its outcome and closes at once; the message may come a moment after. */
const LAST_WORD_MS = 1_500;

/**
 * Leads to the app's consent page: in a window of its own where there is room, else in this tab. `isWaiting` while
 * that window is open; closing it half-way ends the wait. Put ConnectListener on the page.
 */
export function useConnect(provider: string) {
  const [popup, setPopup] = useState<Window | null>(null);
  const [errorCode, setErrorCode] = useState<string | null>(null);

  useEffect(() => {
    if (!popup) return;
    return listenForOutcome((outcome) => {
      if (outcome.provider !== provider) return;
      setPopup(null);
      setErrorCode(new URLSearchParams(outcome.search).get("connect_error"));
    });
  }, [popup, provider]);

  useEffect(() => {
    if (!popup) return;
    let ending: ReturnType<typeof setTimeout> | undefined;
    const watch = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(watch);
      ending = setTimeout(() => setPopup(null), LAST_WORD_MS);
    }, WATCH_EVERY_MS);
    return () => {
      clearInterval(watch);
      clearTimeout(ending);
    };
  }, [popup]);

  return {
    isWaiting: popup !== null,
    /** Code of why the window that this form opened connected nothing; null while there is none. */
    errorCode,
    /** Answers why it cannot begin, for what was typed; null once it has. */
    async connect(options: Omit<InstallOptions, "provider" | "display">): Promise<InstallRefusal | null> {
      // Browsers let a window open only at the press itself, so it opens before the question is answered.
      const opened = hasRoom() ? openCentred() : null;
      setErrorCode(null);
      setPopup(opened);
      if (opened) rememberStarted(provider);
      const href = installHref({ provider, ...options, ...(opened ? { display: "popup" } : {}) });
      const refusal = isTyped(options) ? await findRefusal(href) : null;
      if (refusal) {
        opened?.close();
        setPopup(null);
      } else if (opened) opened.location.replace(href);
      else window.location.assign(href);
      return refusal;
    },
    /** Brings the window back to the front. */
    show: () => popup?.focus(),
    giveUp() {
      popup?.close();
      setPopup(null);
    },
  };
}

function hasRoom(): boolean {
  return window.matchMedia("(min-width: 48rem) and (pointer: fine)").matches;
}

function isTyped({ fields = {} }: Pick<InstallOptions, "fields">): boolean {
  return Object.keys(fields).length > 0;
}

/** An empty window; null where the browser keeps windows from opening. */
function openCentred(): Window | null {
  const left = Math.round(window.screenX + (window.outerWidth - popupSize.width) / 2);
  const top = Math.round(window.screenY + (window.outerHeight - popupSize.height) / 2);
  const features = `popup,width=${popupSize.width},height=${popupSize.height},left=${left},top=${top}`;
  return window.open("about:blank", "patchbay-connect", features);
}
