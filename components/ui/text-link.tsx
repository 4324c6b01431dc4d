import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";

/** A link within text. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={cn(
        "rounded-tag font-medium text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current",
        className,
      )}
    />
  );
}
