"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const pauseMs = 4_000;

/** Reads the page again every few seconds while something on it is still to be decided, and somebody looks at it. */
export function RefreshWhile({ isOpen }: { isOpen: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, pauseMs);
    return () => clearInterval(timer);
  }, [isOpen, router]);
  return null;
}
