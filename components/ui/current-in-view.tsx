"use client";

import { useEffect, useRef } from "react";

/** In a row of links that scrolls on a phone: the current one is in view from the start. */
export function CurrentInView() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const nav = place.current?.closest("nav");
    const row = nav?.querySelector("ul");
    const current = nav?.querySelector("[aria-current]")?.getBoundingClientRect();
    if (!row || !current) return;
    const { left, right } = row.getBoundingClientRect();
    if (current.right > right) row.scrollLeft += current.right - right + margin;
    else if (current.left < left) row.scrollLeft -= left - current.left + margin;
  });
  return <span ref={place} hidden />;
}

const margin = 24;
