"use client";

import { useEffect, useState } from "react";

export type CopyState = "idle" | "copied" | "failed";

const SHOWN_FOR_MS = 2_000;

/** Copies text to the clipboard and says for two seconds how it went. */
export function useCopy(): { state: CopyState; copy: (text: string) => Promise<void> } {
  const [state, setState] = useState<CopyState>("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(text: string) {
    setState((await writeClipboard(text)) ? "copied" : "failed");
  }
  return { state, copy };
}

/** True when the text is on the clipboard; false where the page has no right to it, such as over plain HTTP. */
async function writeClipboard(text: string): Promise<boolean> {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
