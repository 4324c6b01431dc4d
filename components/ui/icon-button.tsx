import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonStyles } from "./button-styles.ts";
import { cn } from "./cn.ts";

interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** What pressing it does; read out, and shown on hover. */
  label: string;
  icon: ReactNode;
  variant?: ButtonLook["variant"];
  size?: "sm" | "md";
}

/** A square button with an icon for a face. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "md",
  className,
  ...props
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...props}
      aria-label={label}
      className={cn(
        buttonStyles({ variant }),
        size === "sm" ? "size-7 max-md:size-9" : "size-8.5 max-md:size-11",
        "px-0 [&_svg]:size-4",
        className,
      )}
    >
      {icon}
    </button>
  );
}
