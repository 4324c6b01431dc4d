"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const pauseMs = 3_000;

/**
 * Reads the page again, with its figures and state, once something that lives on it has changed; a stream of changes
 * makes one reading each few seconds.
 */
export function useRefreshOn(mark: string | undefined) {
  const router = useRouter();
  const seen = useRef(mark);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (seen.current === mark) return;
    seen.current = mark;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      router.refresh();
    }, pauseMs);
  }, [mark, router]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
