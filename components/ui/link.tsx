"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link within Patchbay. Its page is prepared once a person points at it, touches it or reaches it with the keyboard,
 * and not as soon as it is in sight: a page shows some thirty links, and each would be two requests.
 */
export function Link({
  onPointerEnter,
  onTouchStart,
  onFocus,
  ...props
}: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [isLikely, setIsLikely] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isLikely ? null : false}
      onPointerEnter={(event) => {
        setIsLikely(true);
        onPointerEnter?.(event);
      }}
      onTouchStart={(event) => {
        setIsLikely(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setIsLikely(true);
        onFocus?.(event);
      }}
    />
  );
}
