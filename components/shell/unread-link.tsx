import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";

interface UnreadLinkProps {
  href: string;
  label: string;
  /** How many; nothing where there are none. */
  count: ReactNode;
}

/** A bell with the count beside it, for the top bar of a phone. */
export function UnreadLink({ href, label, count }: UnreadLinkProps) {
  return (
    <Link
      href={href}
      className={cn(
        buttonStyles({ variant: "ghost" }),
        "h-11 min-w-11 grid-flow-col gap-1 px-2.5 [&_svg]:size-4",
      )}
    >
      <Bell aria-hidden />
      <span className="sr-only">{label}</span>
      {count}
    </Link>
  );
}
