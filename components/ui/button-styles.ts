import { cva, type VariantProps } from "class-variance-authority";

/** Classes of a button, for the rare element that must look like one without being `Button`. */
export const buttonStyles = cva(
  [
    "inline-grid shrink-0 select-none place-items-center whitespace-nowrap rounded-control border font-medium",
    "transition-[background-color,border-color,color,box-shadow]",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent shadow-control hover:bg-accent-hover",
        secondary:
          "border-line-strong bg-surface text-ink shadow-control hover:border-control hover:bg-hover active:bg-pressed",
        ghost: "border-transparent bg-transparent text-muted hover:bg-hover hover:text-ink active:bg-pressed",
        danger:
          "border-transparent bg-danger-solid text-on-danger shadow-control hover:bg-danger-solid-hover",
      },
      size: {
        sm: "h-7 px-2.5 text-sm max-md:h-9",
        md: "h-8.5 px-3.5 text-base max-md:h-11",
        lg: "h-11 px-5 text-lg",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyles>;
