import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonStyles } from "./button-styles.ts";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";

interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonLook {
  icon?: ReactNode;
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({ variant, size, icon, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link {...props} className={cn(buttonStyles({ variant, size }), className)}>
      <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
        {icon}
        {children}
      </span>
    </Link>
  );
}
